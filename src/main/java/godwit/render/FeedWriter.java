package godwit.render;

import godwit.site.Article;
import godwit.site.FeedFormat;
import godwit.site.LinkResolver;
import godwit.site.Output;
import godwit.site.Site;
import godwit.site.Term;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/// Writes feeds: Atom (RFC 4287) and RSS 2.0 itself.
final class FeedWriter {
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final Site site;
  private final FeedFields fields;
  private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

  FeedWriter(Site site, LinkResolver links) {
    this.site = site;
    this.fields = new FeedFields(site, links);
  }

  byte[] write(Output.FeedOutput feed) {
    try {
      return switch (feed.format()) {
        case ATOM -> atom(feed);
        case RSS -> rss(feed);
        case JSON -> JsonFeedWriter.write(fields, feed);
      };
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail to be written to", e);
    }
  }

  private byte[] atom(Output.FeedOutput feed) throws XMLStreamException {
    String self = site.permalink(feed.address());
    XmlText xml = new XmlText(factory);
    xml.open(
        "feed",
        "xmlns",
        "http://www.w3.org/2005/Atom",
        "xml:lang",
        site.config().site().language());
    xml.text("title", fields.title(feed));
    if (!site.config().site().subtitle().isEmpty()) {
      xml.text("subtitle", site.config().site().subtitle());
    }
    xml.empty("link", "href", self, "rel", "self", "type", FeedFormat.ATOM.mediaType());
    xml.empty("link", "href", fields.home(feed), "rel", "alternate", "type", "text/html");
    for (String hub : fields.hubs()) {
      xml.empty("link", "href", hub, "rel", "hub");
    }
    xml.text("id", self);
    xml.text("updated", fields.rfc3339(fields.updated(feed)));
    String author = site.config().site().author();
    xml.open("author")
        .text("name", author.isEmpty() ? site.config().site().title() : author)
        .close();
    for (Article article : feed.articles()) {
      entry(article, xml);
    }
    return xml.close().finish();
  }

  private void entry(Article article, XmlText xml) throws XMLStreamException {
    String link = site.permalink(article.address());
    xml.open("entry");
    xml.text("title", article.frontMatter().title());
    xml.empty("link", "href", link, "rel", "alternate", "type", "text/html");
    xml.text("id", fields.tagUri(article));
    xml.text("published", fields.rfc3339(fields.published(article)));
    xml.text("updated", fields.rfc3339(fields.modified(article)));
    for (Term author : article.authors()) {
      xml.open("author").text("name", author.name()).close();
    }
    xml.empty("category", "term", article.category().name());
    for (Term tag : article.tags()) {
      xml.empty("category", "term", tag.name());
    }
    xml.text("summary", fields.html(article, article.document().summary()), "type", "html");
    if (site.config().feeds().fullText()) {
      xml.text("content", fields.html(article, article.document().body()), "type", "html");
    }
    xml.close();
  }

  private byte[] rss(Output.FeedOutput feed) throws XMLStreamException {
    XmlText xml = new XmlText(factory);
    xml.open(
        "rss",
        "version",
        "2.0",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/");
    xml.open("channel");
    xml.text("title", fields.title(feed));
    xml.text("link", fields.home(feed));
    xml.text("description", fields.description());
    xml.text("language", site.config().site().language());
    xml.empty(
        "atom:link",
        "href",
        site.permalink(feed.address()),
        "rel",
        "self",
        "type",
        FeedFormat.RSS.mediaType());
    for (String hub : fields.hubs()) {
      xml.empty("atom:link", "href", hub, "rel", "hub");
    }
    xml.text("lastBuildDate", RFC_822.format(fields.updated(feed)));
    for (Article article : feed.articles()) {
      item(article, xml);
    }
    return xml.close().close().finish();
  }

  private void item(Article article, XmlText xml) throws XMLStreamException {
    boolean fullText = site.config().feeds().fullText() && site.config().feeds().rssFullText();
    xml.open("item");
    xml.text("title", article.frontMatter().title());
    xml.text("link", site.permalink(article.address()));
    xml.text(
        "description",
        fields.html(article, fullText ? article.document().body() : article.document().summary()));
    for (Term author : article.authors()) {
      xml.text("dc:creator", author.name());
    }
    xml.text("category", article.category().name());
    for (Term tag : article.tags()) {
      xml.text("category", tag.name());
    }
    xml.text("pubDate", RFC_822.format(fields.published(article)));
    xml.text("guid", fields.tagUri(article), "isPermaLink", "false");
    xml.close();
  }
}
