package godwit.site;

import godwit.content.FrontMatter;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// The fields of entries by their names, those of the header and those that Godwit finds out.
final class EntryFields {
  private EntryFields() {}

  /// A field that has a place in time; null for others, and for entries that lack it.
  static @Nullable ZonedDateTime date(Entry entry, String field) {
    FrontMatter frontMatter = entry.frontMatter();
    return switch (field) {
      case "date" -> frontMatter.date();
      case "modified" -> frontMatter.modified();
      case "expires" -> frontMatter.expires();
      default -> null;
    };
  }

  /// Any field, as text; null where the entry lacks it.
  static @Nullable String text(Entry entry, String field) {
    FrontMatter frontMatter = entry.frontMatter();
    return switch (field) {
      case "slug" -> entry.slug();
      case "title" -> frontMatter.title();
      case "lang" -> frontMatter.language();
      case "status" -> frontMatter.status().label();
      case "url" -> entry.address().url();
      case "template" -> template(entry);
      case "save_as" -> entry.address().file();
      case "source_path" -> entry.document().source().path();
      case "basename" -> entry.document().source().fileName();
      case "category" ->
          entry instanceof Article article ? article.category().slug() : frontMatter.category();
      case "author" ->
          entry instanceof Article article && !article.authors().isEmpty()
              ? article.authors().getFirst().slug()
              : frontMatter.metadata().text(field);
      default -> frontMatter.metadata().text(field);
    };
  }

  private static String template(Entry entry) {
    String given = entry.frontMatter().template();
    return given != null ? given : entry instanceof Article ? "article" : "page";
  }
}
