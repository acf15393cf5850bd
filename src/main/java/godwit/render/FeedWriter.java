package godwit.render;

import godwit.content.Body;
import godwit.site.Article;
import godwit.site.FeedFormat;
import godwit.site.FeedScope;
import godwit.site.LinkResolver;
import godwit.site.LinkResolver.Place;
import godwit.site.Output;
import godwit.site.Site;
import godwit.site.Term;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/// Writes Atom (RFC 4287) and RSS 2.0 feeds.
final class FeedWriter {
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final Site site;
  private final LinkResolver links;
  private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

  FeedWriter(Site site, LinkResolver links) {
    this.site = site;
    this.links = links;
  }

  byte[] write(Output.FeedOutput feed) {
    try {
      return feed.format() == FeedFormat.ATOM ? atom(feed) : rss(feed);
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
    xml.text("title", title(feed));
    if (!site.config().site().subtitle().isEmpty()) {
      xml.text("subtitle", site.config().site().subtitle());
    }
    xml.empty("link", "href", self, "rel", "self", "type", FeedFormat.ATOM.mediaType());
    xml.empty("link", "href", home(feed), "rel", "alternate", "type", "text/html");
    xml.text("id", self);
    xml.text("updated", rfc3339(updated(feed)));
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
    xml.text("id", tagUri(article));
    xml.text("published", rfc3339(published(article)));
    xml.text("updated", rfc3339(modified(article)));
    for (Term author : article.authors()) {
      xml.open("author").text("name", author.name()).close();
    }
    xml.empty("category", "term", article.category().name());
    for (Term tag : article.tags()) {
      xml.empty("category", "term", tag.name());
    }
    xml.text("summary", html(article, article.document().summary()), "type", "html");
    if (site.config().feeds().fullText()) {
      xml.text("content", html(article, article.document().body()), "type", "html");
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
    xml.text("title", title(feed));
    xml.text("link", home(feed));
    xml.text("description", description());
    xml.text("language", site.config().site().language());
    xml.empty(
        "atom:link",
        "href",
        site.permalink(feed.address()),
        "rel",
        "self",
        "type",
        FeedFormat.RSS.mediaType());
    xml.text("lastBuildDate", RFC_822.format(updated(feed)));
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
        html(article, fullText ? article.document().body() : article.document().summary()));
    for (Term author : article.authors()) {
      xml.text("dc:creator", author.name());
    }
    xml.text("category", article.category().name());
    for (Term tag : article.tags()) {
      xml.text("category", tag.name());
    }
    xml.text("pubDate", RFC_822.format(published(article)));
    xml.text("guid", tagUri(article), "isPermaLink", "false");
    xml.close();
  }

  private String html(Article article, Body body) {
    return links.fill(article, body, Place.OUTSIDE);
  }

  private String title(Output.FeedOutput feed) {
    String title = site.config().site().title();
    return switch (feed.scope()) {
      case FeedScope.OfTerm(Term term) -> title + " - " + term.name();
      case FeedScope.OfLanguage(String language) -> title + " - " + language;
      case FeedScope.All _, FeedScope.Main _ -> title;
    };
  }

  private String home(Output.FeedOutput feed) {
    return feed.scope() instanceof FeedScope.OfTerm(Term term) && term.address() != null
        ? site.permalink(term.address())
        : site.config().site().url() + "/";
  }

  private String description() {
    String description = site.config().site().description();
    String subtitle = site.config().site().subtitle();
    return !description.isEmpty()
        ? description
        : !subtitle.isEmpty() ? subtitle : site.config().site().title();
  }

  /// An id that stays when the site moves to https or its pages to other files (RFC 4151), in
  /// Pelican's form, so that nobody's reader shows old articles as new ones.
  private String tagUri(Article article) {
    String url = site.config().site().url();
    String host = url.substring(url.indexOf("://") + 3).split("[/:]", 2)[0];
    return "tag:"
        + host
        + ","
        + DateTimeFormatter.ISO_LOCAL_DATE.format(published(article))
        + ":"
        + site.href(article.address());
  }

  /// When the feed last changed. A feed without articles never did.
  private static ZonedDateTime updated(Output.FeedOutput feed) {
    List<Article> articles = feed.articles();
    ZonedDateTime latest = Instant.EPOCH.atZone(ZoneOffset.UTC);
    for (Article article : articles) {
      ZonedDateTime modified = modified(article);
      latest = modified.isAfter(latest) ? modified : latest;
    }
    return latest;
  }

  private static ZonedDateTime modified(Article article) {
    ZonedDateTime modified = article.frontMatter().modified();
    return modified == null ? published(article) : modified;
  }

  private static ZonedDateTime published(Article article) {
    ZonedDateTime date = article.frontMatter().date();
    return date == null ? Instant.EPOCH.atZone(ZoneOffset.UTC) : date;
  }

  private static String rfc3339(ZonedDateTime date) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.withNano(0));
  }
}
