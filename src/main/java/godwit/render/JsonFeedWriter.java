package godwit.render;

import godwit.config.SiteSettings;
import godwit.content.HtmlText;
import godwit.site.Address;
import godwit.site.Article;
import godwit.site.FeedScope;
import godwit.site.Output;
import godwit.site.Site;
import godwit.site.Term;
import io.avaje.json.JsonWriter;
import io.avaje.json.stream.JsonStream;
import java.io.ByteArrayOutputStream;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes one feed as JSON Feed 1.1 (jsonfeed.org/version/1.1).
final class JsonFeedWriter {
  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  /// Where pictures of a site are, the first that is there; what is meant for a time line is
  /// larger.
  private static final List<String> ICONS = List.of("apple-touch-icon.png", "icon.png");

  private static final List<String> FAVICONS =
      List.of("favicon.ico", "favicon.png", "favicon.svg", "theme/favicon.svg");

  private final FeedFields fields;
  private final Site site;
  private final JsonWriter json;

  private JsonFeedWriter(FeedFields fields, JsonWriter json) {
    this.fields = fields;
    this.site = fields.site();
    this.json = json;
  }

  static byte[] write(FeedFields fields, Output.FeedOutput feed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 << 10);
    try (JsonWriter json = JsonStream.builder().build().writer(bytes)) {
      new JsonFeedWriter(fields, json).feed(feed);
    }
    return bytes.toByteArray();
  }

  private void feed(Output.FeedOutput feed) {
    SiteSettings settings = site.config().site();
    json.beginObject();
    text("version", VERSION);
    text("title", fields.title(feed));
    text("home_page_url", fields.home(feed));
    text("feed_url", site.permalink(feed.address()));
    text("description", fields.description());
    text("icon", picture(ICONS));
    text("favicon", picture(FAVICONS));
    text(
        "language",
        feed.scope() instanceof FeedScope.OfLanguage(String language)
            ? language
            : settings.language());
    if (!settings.author().isEmpty()) {
      json.name("authors");
      json.beginArray();
      author(settings.author(), null);
      json.endArray();
    }
    hubs();
    json.name("items");
    json.beginArray();
    for (Article article : feed.articles()) {
      item(article);
    }
    json.endArray();
    json.endObject();
    json.writeNewLine();
  }

  private @Nullable String picture(List<String> paths) {
    for (String path : paths) {
      if (site.links().urls().contains(path)) {
        return site.config().site().url() + "/" + path;
      }
    }
    return null;
  }

  private void hubs() {
    if (fields.hubs().isEmpty()) {
      return;
    }
    json.name("hubs");
    json.beginArray();
    for (String hub : fields.hubs()) {
      json.beginObject();
      text("type", "WebSub");
      text("url", hub);
      json.endObject();
    }
    json.endArray();
  }

  /// An item has to have a text: where the whole is not wanted it is the summary.
  private void item(Article article) {
    boolean fullText = site.config().feeds().fullText();
    String summary = fields.html(article, article.document().summary());
    json.beginObject();
    text("id", fields.tagUri(article));
    text("url", site.permalink(article.address()));
    text("title", article.frontMatter().title());
    text("content_html", fullText ? fields.html(article, article.document().body()) : summary);
    text("summary", summary.isEmpty() ? null : HtmlText.strip(summary));
    time("date_published", article.frontMatter().date());
    time("date_modified", article.frontMatter().modified());
    authors(article.authors());
    json.name("tags");
    json.beginArray();
    json.value(article.category().name());
    article.tags().forEach(tag -> json.value(tag.name()));
    json.endArray();
    text("language", article.frontMatter().language());
    json.endObject();
  }

  private void authors(List<Term> authors) {
    if (!authors.isEmpty()) {
      json.name("authors");
      json.beginArray();
      authors.forEach(author -> author(author.name(), author.address()));
      json.endArray();
    }
  }

  private void author(String name, @Nullable Address address) {
    json.beginObject();
    text("name", name);
    text("url", address == null ? null : site.permalink(address));
    json.endObject();
  }

  private void time(String name, @Nullable ZonedDateTime time) {
    text(name, time == null ? null : fields.rfc3339(time));
  }

  /// A field, or none where there is nothing to say.
  private void text(String name, @Nullable String value) {
    if (value != null) {
      json.name(name);
      json.value(value);
    }
  }
}
