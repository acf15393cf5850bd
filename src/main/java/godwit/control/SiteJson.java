package godwit.control;

import godwit.site.Article;
import godwit.site.Due;
import godwit.site.Page;
import godwit.site.Site;
import io.avaje.json.JsonWriter;

/// What a site has, as JSON.
public final class SiteJson {
  private SiteJson() {}

  /// `articles`, `pages` and `files`: how many there are. And `due`.
  public static void counts(JsonWriter writer, Site site) {
    Json.number(
        writer, "articles", site.entries().stream().filter(Article.class::isInstance).count());
    Json.number(writer, "pages", site.entries().stream().filter(Page.class::isInstance).count());
    Json.number(writer, "files", site.fileCount());
    due(writer, site);
  }

  /// The field `due`: what is left out because it is due later.
  public static void due(JsonWriter writer, Site site) {
    writer.name("due");
    writer.beginArray();
    for (Due due : site.due()) {
      writer.beginObject();
      Json.text(writer, "source", due.sourceName());
      Json.text(writer, "date", Json.iso(due.date()));
      writer.endObject();
    }
    writer.endArray();
  }
}
