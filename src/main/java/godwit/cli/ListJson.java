package godwit.cli;

import godwit.content.HtmlLinks;
import godwit.content.HtmlText;
import godwit.content.TitleText;
import godwit.control.Json;
import godwit.control.SiteJson;
import godwit.diagnostic.Diagnostic;
import godwit.site.Article;
import godwit.site.Entry;
import godwit.site.EntryGroups;
import godwit.site.LinkResolver;
import godwit.site.Output;
import godwit.site.Page;
import godwit.site.Site;
import godwit.site.Taxonomy;
import godwit.site.Term;
import godwit.site.TermArticles;
import io.avaje.json.JsonWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything that is on a site, as JSON. What the manual says of it under `list --json` stays as
/// it is; there may be more.
final class ListJson {
  private final JsonWriter writer;
  private final Site site;
  private final LinkResolver links;
  private final ListSelection selection;

  private ListJson(JsonWriter writer, Site site, ListSelection selection) {
    this.selection = selection;
    this.writer = writer;
    this.site = site;
    this.links = new LinkResolver(site);
  }

  /// @param selection which articles and pages are listed
  static void list(
      JsonWriter writer, Site site, ListSelection selection, List<Diagnostic> diagnostics) {
    new ListJson(writer, site, selection).list(diagnostics);
  }

  private void list(List<Diagnostic> diagnostics) {
    EntryGroups groups = site.groups();
    writer.beginObject();
    entries("articles", groups.articles().originals());
    entries("article_translations", groups.articles().translations());
    entries("hidden_articles", groups.hiddenArticles().originals());
    entries("hidden_article_translations", groups.hiddenArticles().translations());
    entries("drafts", groups.drafts().originals());
    entries("draft_translations", groups.drafts().translations());
    entries("pages", groups.pages().originals());
    entries("page_translations", groups.pages().translations());
    entries("hidden_pages", groups.hiddenPages().originals());
    entries("hidden_page_translations", groups.hiddenPages().translations());
    entries("draft_pages", groups.draftPages().originals());
    entries("draft_page_translations", groups.draftPages().translations());
    for (Taxonomy taxonomy : Taxonomy.values()) {
      terms(taxonomy);
    }
    SiteJson.due(writer, site);
    Json.texts(
        writer, "outputs", site.outputs().stream().map(output -> output.path().value()).toList());
    statics();
    Json.diagnostics(writer, diagnostics);
    writer.endObject();
  }

  private void entries(String name, List<? extends Entry> entries) {
    writer.name(name);
    writer.beginArray();
    entries.stream().filter(selection::has).forEach(this::entry);
    writer.endArray();
  }

  private void entry(Entry entry) {
    writer.beginObject();
    Json.text(writer, "source", entry.document().source().path());
    Json.text(writer, "title", title(entry));
    Json.text(writer, "slug", entry.slug());
    Json.text(writer, "url", entry.address().url());
    Json.text(writer, "save_as", entry.address().file());
    Json.text(writer, "status", entry.status().label());
    Json.text(writer, "lang", entry.frontMatter().language());
    Json.text(writer, "date", Json.iso(entry.frontMatter().date()));
    Json.text(writer, "modified", Json.iso(entry.frontMatter().modified()));
    String template = entry.frontMatter().template();
    Json.text(writer, "template", template == null ? kind(entry) : template);
    Json.text(writer, "summary_text", HtmlText.strip(entry.document().summary().html()));
    switch (entry) {
      case Article article -> {
        Json.text(writer, "category", article.category().name());
        Json.texts(writer, "tags", article.tags().stream().map(Term::name).toList());
        Json.texts(writer, "authors", article.authors().stream().map(Term::name).toList());
      }
      case Page page -> {
        String category = page.frontMatter().category();
        Json.text(
            writer,
            "category",
            category == null ? site.config().content().metadata().category() : category);
        Json.texts(writer, "tags", page.frontMatter().tags());
        Json.texts(writer, "authors", page.frontMatter().authors());
      }
    }
    Json.texts(
        writer,
        "translations",
        site.translationsOf(entry).stream().map(other -> other.address().url()).sorted().toList());
    Json.texts(writer, "links", HtmlLinks.of(links.fillWhole(entry, entry.document().body())));
    writer.endObject();
  }

  /// As it is written, but for tags.
  private static String title(Entry entry) {
    String given = entry.frontMatter().metadata().text("title");
    String title = entry.frontMatter().title();
    return given == null || !TitleText.plain(given).replace('\n', ' ').equals(title)
        ? title
        : TitleText.withoutTags(given).replace('\n', ' ');
  }

  /// What a template is called unless the header names another.
  private static String kind(Entry entry) {
    return switch (entry) {
      case Article _ -> "article";
      case Page _ -> "page";
    };
  }

  /// Each as its name, slug, URL and number of articles.
  private void terms(Taxonomy taxonomy) {
    List<List<?>> rows = new ArrayList<>();
    for (TermArticles articles :
        site.terms(taxonomy).stream().sorted(TermArticles.BY_NAME).toList()) {
      Term term = articles.term();
      rows.add(List.of(term.name(), term.slug(), term.url(), articles.count()));
    }
    rows(taxonomy.plural(), rows);
  }

  /// Each as its source and the file that it becomes.
  private void statics() {
    int prefix = site.config().content().path().length() + 1;
    List<List<?>> rows = new ArrayList<>();
    for (Output output : site.outputs()) {
      if (output instanceof Output.StaticOutput file) {
        rows.add(List.of(file.origin().substring(prefix), file.path().value()));
      }
    }
    rows.sort(Comparator.comparing(row -> String.valueOf(row.getFirst())));
    rows("static", rows);
  }

  /// The writer divides what is in an array by commas unless it is arrays: so those are written
  /// here.
  private void rows(String name, List<List<?>> rows) {
    writer.name(name);
    writer.rawChunkStart();
    writer.rawChunk('[');
    for (int i = 0; i < rows.size(); i++) {
      writer.rawChunk(i == 0 ? "[" : ",[");
      for (int j = 0; j < rows.get(i).size(); j++) {
        if (j > 0) {
          writer.rawChunk(',');
        }
        if (rows.get(i).get(j) instanceof String text) {
          writer.rawChunk('"');
          writer.rawChunkEncode(text);
          writer.rawChunk('"');
        } else {
          writer.rawChunk(String.valueOf(rows.get(i).get(j)));
        }
      }
      writer.rawChunk(']');
    }
    writer.rawChunk(']');
    writer.rawChunkEnd();
  }
}
