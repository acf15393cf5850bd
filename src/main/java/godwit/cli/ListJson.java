package godwit.cli;

import godwit.config.Status;
import godwit.content.HtmlText;
import godwit.control.Json;
import godwit.control.SiteJson;
import godwit.diagnostic.Diagnostic;
import godwit.site.Address;
import godwit.site.Article;
import godwit.site.Entry;
import godwit.site.Output;
import godwit.site.Page;
import godwit.site.Site;
import godwit.site.Taxonomy;
import godwit.site.Term;
import godwit.site.TermArticles;
import io.avaje.json.JsonWriter;
import java.util.List;

/// Everything that is on a site, as JSON.
final class ListJson {
  private ListJson() {}

  /// Everything that is on the site.
  static void list(JsonWriter writer, Site site, List<Diagnostic> diagnostics) {
    writer.beginObject();
    entries(writer, "articles", site, site.articles());
    entries(writer, "pages", site, site.pages());
    entries(writer, "drafts", site, with(site, Article.class, Status.DRAFT));
    entries(writer, "hidden_articles", site, with(site, Article.class, Status.HIDDEN));
    entries(writer, "draft_pages", site, with(site, Page.class, Status.DRAFT));
    entries(writer, "hidden_pages", site, with(site, Page.class, Status.HIDDEN));
    for (Taxonomy taxonomy : Taxonomy.values()) {
      terms(writer, taxonomy, site);
    }
    SiteJson.due(writer, site);
    Json.texts(
        writer, "outputs", site.outputs().stream().map(output -> output.path().value()).toList());
    statics(writer, site);
    Json.diagnostics(writer, diagnostics);
    writer.endObject();
  }

  private static List<? extends Entry> with(Site site, Class<? extends Entry> kind, Status status) {
    return site.entries().stream()
        .filter(kind::isInstance)
        .filter(entry -> entry.status() == status)
        .toList();
  }

  private static void entries(
      JsonWriter writer, String name, Site site, List<? extends Entry> entries) {
    writer.name(name);
    writer.beginArray();
    entries.forEach(entry -> entry(writer, site, entry));
    writer.endArray();
  }

  private static void entry(JsonWriter writer, Site site, Entry entry) {
    writer.beginObject();
    Json.text(writer, "source", entry.document().source().path());
    Json.text(writer, "title", entry.frontMatter().title());
    Json.text(writer, "slug", entry.slug());
    Json.text(writer, "url", entry.address().url());
    Json.text(writer, "save_as", entry.address().saveAs().value());
    Json.text(writer, "status", entry.status().label());
    Json.text(writer, "lang", entry.frontMatter().language());
    Json.text(writer, "date", Json.iso(entry.frontMatter().date()));
    Json.text(writer, "modified", Json.iso(entry.frontMatter().modified()));
    Json.text(writer, "summary_text", HtmlText.strip(entry.document().summary().html()));
    if (entry instanceof Article article) {
      Json.text(writer, "category", article.category().name());
      Json.texts(writer, "tags", article.tags().stream().map(Term::name).toList());
      Json.texts(writer, "authors", article.authors().stream().map(Term::name).toList());
    }
    writer.name("translations");
    writer.beginArray();
    for (Entry translation : site.translationsOf(entry)) {
      writer.value(translation.document().source().path());
    }
    writer.endArray();
    writer.endObject();
  }

  private static void terms(JsonWriter writer, Taxonomy taxonomy, Site site) {
    writer.name(taxonomy.plural());
    writer.beginArray();
    for (TermArticles term : site.terms(taxonomy)) {
      Address address = term.term().address();
      writer.beginObject();
      Json.text(writer, "name", term.term().name());
      Json.text(writer, "slug", term.term().slug());
      Json.text(writer, "url", address == null ? null : address.url());
      Json.number(writer, "count", term.count());
      writer.endObject();
    }
    writer.endArray();
  }

  private static void statics(JsonWriter writer, Site site) {
    writer.name("static");
    writer.beginArray();
    for (Output output : site.outputs()) {
      if (output instanceof Output.StaticOutput file) {
        writer.beginObject();
        Json.text(writer, "source", file.origin());
        Json.text(writer, "save_as", file.path().value());
        writer.endObject();
      }
    }
    writer.endArray();
  }
}
