package godwit.site;

import godwit.config.Status;
import godwit.config.Strftime;
import godwit.config.UrlPattern;
import godwit.config.UrlSettings;
import godwit.content.FrontMatter;
import godwit.content.Kind;
import godwit.content.SourceFile;
import godwit.output.OutputPath;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Fills the fields of address patterns.
final class PatternFormatter {
  /// A pattern asks for something that the document does not have.
  static final class MissingField extends Exception {
    private static final long serialVersionUID = 1L;

    MissingField(String message) {
      super(message);
    }
  }

  private static final ZonedDateTime LAST =
      LocalDateTime.of(9999, 12, 31, 23, 59, 59).atZone(ZoneOffset.UTC);

  private PatternFormatter() {}

  /// The address of a term.
  ///
  /// @param name as it is written
  static String ofTerm(UrlPattern pattern, String slug, String name) {
    StringBuilder address = new StringBuilder();
    for (UrlPattern.Part part : pattern.parts()) {
      address.append(
          switch (part) {
            case UrlPattern.Literal literal -> literal.text();
            case UrlPattern.Field field -> field.name().equals("name") ? name : slug;
          });
    }
    return address.toString();
  }

  /// The address of something that there is one of.
  static Address single(UrlSettings.Place place) {
    return new Address(
        ofTerm(place.url(), "", ""), OutputPath.ofFile(ofTerm(place.saveAs(), "", "")));
  }

  /// The address of an archive.
  ///
  /// @param language of the names of months and days
  static Address ofPeriod(UrlSettings.Place place, ZonedDateTime date, Locale language) {
    return new Address(
        ofPeriod(place.url(), date, language),
        OutputPath.ofFile(ofPeriod(place.saveAs(), date, language)));
  }

  private static String ofPeriod(UrlPattern pattern, ZonedDateTime date, Locale language) {
    StringBuilder address = new StringBuilder();
    for (UrlPattern.Part part : pattern.parts()) {
      address.append(
          switch (part) {
            case UrlPattern.Literal literal -> literal.text();
            case UrlPattern.Field field ->
                Strftime.format(
                    field.format().isEmpty() ? Strftime.ISO_DATE : field.format(), date, language);
          });
    }
    return address.toString();
  }

  /// What the pattern of an article or a page is filled from.
  ///
  /// @param category the slug of its category
  /// @param author the slug of its first author; empty where it has none
  record DocumentFields(
      SourceFile source, FrontMatter frontMatter, String slug, String category, String author) {

    private @Nullable String text(UrlPattern.Field field, Locale language) {
      return switch (field.name()) {
        case "slug" -> slug;
        case "lang" -> frontMatter.language();
        case "category" -> category;
        case "author" -> author;
        case "status" -> frontMatter.status().label();
        case "path" -> or(frontMatter.metadata().text("path"), source.path());
        case "path_no_ext" ->
            or(frontMatter.metadata().text("path_no_ext"), withoutExtension(source.path()));
        case "base_name" -> or(frontMatter.metadata().text("base_name"), source.baseName());
        case "date" -> date(dateOrLast(), field, language);
        case "modified" -> date(frontMatter.modified(), field, language);
        default -> frontMatter.metadata().text(field.name());
      };
    }

    /// A draft without a date is as if it were of the last day there is, as in Pelican.
    private @Nullable ZonedDateTime dateOrLast() {
      ZonedDateTime date = frontMatter.date();
      boolean isDraft = source.kind() == Kind.ARTICLE && frontMatter.status() == Status.DRAFT;
      return date == null && isDraft ? LAST : date;
    }

    private static String or(@Nullable String given, String found) {
      return given == null ? found : given;
    }
  }

  /// The address of an article or a page.
  ///
  /// @param language of the names of months and days
  /// @throws MissingField if the document lacks a field of the pattern
  static String ofDocument(UrlPattern pattern, Locale language, DocumentFields fields)
      throws MissingField {
    StringBuilder address = new StringBuilder();
    for (UrlPattern.Part part : pattern.parts()) {
      switch (part) {
        case UrlPattern.Literal literal -> address.append(literal.text());
        case UrlPattern.Field field -> {
          String value = fields.text(field, language);
          if (value == null) {
            throw new MissingField(
                "the address '" + pattern.source() + "' needs " + an(field.name()));
          }
          address.append(value);
        }
      }
    }
    boolean hasGap = address.indexOf("//") >= 0 || address.indexOf("/") == 0;
    if (hasGap && fields.author().isEmpty() && pattern.hasField("author")) {
      throw new MissingField("the address '" + pattern.source() + "' needs an author");
    }
    return address.toString();
  }

  /// The name of a field with its article.
  static String an(String field) {
    return ("aeiou".indexOf(field.charAt(0)) < 0 ? "a " : "an ") + field;
  }

  private static @Nullable String date(
      @Nullable ZonedDateTime date, UrlPattern.Field field, Locale language) {
    if (date == null) {
      return null;
    }
    String format = field.format().isEmpty() ? "%Y-%m-%d" : field.format();
    return Strftime.format(format, date, language);
  }

  private static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
  }
}
