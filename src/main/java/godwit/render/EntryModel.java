package godwit.render;

import freemarker.template.TemplateModel;
import godwit.content.Body;
import godwit.content.Heading;
import godwit.content.HtmlText;
import godwit.content.MetadataField;
import godwit.site.Address;
import godwit.site.Article;
import godwit.site.Entry;
import godwit.site.LinkResolver.Place;
import godwit.site.MarkdownCopy;
import godwit.site.SeriesPart;
import godwit.site.Term;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An article or a page as templates see it.
final class EntryModel extends HashModel {
  /// How many words people read in a minute (Brysbaert 2019: 238 for English non-fiction).
  private static final int WORDS_PER_MINUTE = 238;

  private final SiteModel site;
  private final Entry entry;
  private final Place place;

  /// @param place where the entry's texts will stand
  EntryModel(SiteModel site, Entry entry, Place place) {
    this.site = site;
    this.entry = entry;
    this.place = place;
  }

  @Override
  public @Nullable TemplateModel get(String key) {
    return switch (key) {
      case "title" -> text(entry.frontMatter().title());
      case "content" -> site.html(entry, entry.document().body(), place);
      case "summary" -> site.html(entry, entry.document().summary(), place);
      case "summary_text" -> text(summaryText());
      case "description" -> text(description());
      case "href" -> text(site.href(entry.address()));
      case "permalink" -> site.permalink(entry.address());
      case "markdown_href" -> markdown();
      case "slug" -> text(entry.slug());
      case "status" -> text(entry.status().label());
      case "lang" -> text(entry.frontMatter().language());
      case "lang_name" -> text(nameOfLanguage(entry.frontMatter().language()));
      case "date" -> DateModel.of(entry.frontMatter().date(), site.language());
      case "modified" -> DateModel.of(entry.frontMatter().modified(), site.language());
      case "source" -> text(entry.document().source().name());
      case "words" -> number(entry.document().words());
      case "reading_minutes" ->
          number(Math.max(1, Math.ceilDiv(entry.document().words(), WORDS_PER_MINUTE)));
      case "toc" -> new ListModel<>(entry.document().headings(), EntryModel::heading);
      case "translations" -> site.entries(site.site().translationsOf(entry));
      case "meta" -> new MetadataModel();
      default -> entry instanceof Article article ? ofArticle(article, key) : null;
    };
  }

  private @Nullable TemplateModel ofArticle(Article article, String key) {
    return switch (key) {
      case "category" -> new TermModel(site, article.category(), null);
      case "tags" -> terms(article.tags());
      case "authors" -> terms(article.authors());
      case "series" -> series(site.site().companions().part(article));
      case "related" -> site.entries(site.site().companions().related(article));
      case "previous" -> site.entryOrNone(site.site().previous(article));
      case "next" -> site.entryOrNone(site.site().next(article));
      case "newer" -> site.entryOrNone(site.site().newer(article));
      case "older" -> site.entryOrNone(site.site().older(article));
      default -> null;
    };
  }

  private @Nullable TemplateModel series(@Nullable SeriesPart part) {
    return part == null ? null : new SeriesModel(site, part.series(), part);
  }

  /// What those who read the language call it: "français".
  static String nameOfLanguage(String tag) {
    Locale language = Locale.forLanguageTag(tag);
    return language.getDisplayName(language);
  }

  private TemplateModel terms(List<Term> terms) {
    return new ListModel<>(terms, term -> new TermModel(site, term, null));
  }

  private String summaryText() {
    return HtmlText.strip(site.fill(entry, entry.document().summary(), place));
  }

  private String description() {
    String given = entry.frontMatter().description();
    return given == null ? summaryText() : given;
  }

  private @Nullable TemplateModel markdown() {
    Address copy = MarkdownCopy.of(entry, site.site());
    return copy == null ? null : text(site.href(copy));
  }

  private static TemplateModel heading(Heading heading) {
    return new HashModel() {
      @Override
      public @Nullable TemplateModel get(String key) {
        return switch (key) {
          case "level" -> number(heading.level());
          case "id" -> text(heading.id());
          case "text" -> text(heading.text());
          default -> null;
        };
      }
    };
  }

  /// The fields of the header, known to Godwit or not, each as the text that was written, or as
  /// HTML where the settings say that it is Markdown.
  private final class MetadataModel extends HashModel {
    @Override
    public @Nullable TemplateModel get(String key) {
      Body formatted = entry.document().formatted().get(key);
      if (formatted != null) {
        return site.html(entry, formatted, place);
      }
      MetadataField field = entry.frontMatter().metadata().field(key);
      return field == null ? null : text(field.text());
    }
  }
}
