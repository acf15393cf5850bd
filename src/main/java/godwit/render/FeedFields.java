package godwit.render;

import godwit.content.Body;
import godwit.content.HeadingMark;
import godwit.site.Article;
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

/// What feeds of all formats tell of a site and its articles.
record FeedFields(Site site, LinkResolver links) {
  /// @return the text without the links by which headings lead to themselves: those are for pages
  String html(Article article, Body body) {
    return HeadingMark.without(links.fill(article, body, Place.OUTSIDE));
  }

  String title(Output.FeedOutput feed) {
    String title = site.config().site().title();
    return switch (feed.scope()) {
      case FeedScope.OfTerm(Term term) -> title + " - " + term.name();
      case FeedScope.OfLanguage(String language) -> title + " - " + language;
      case FeedScope.All _, FeedScope.Main _ -> title;
    };
  }

  String home(Output.FeedOutput feed) {
    return feed.scope() instanceof FeedScope.OfTerm(Term term) && term.address() != null
        ? site.permalink(term.address())
        : site.config().site().url() + "/";
  }

  String description() {
    String description = site.config().site().description();
    String subtitle = site.config().site().subtitle();
    return !description.isEmpty()
        ? description
        : !subtitle.isEmpty() ? subtitle : site.config().site().title();
  }

  List<String> hubs() {
    return site.config().feeds().hubs();
  }

  /// An id that stays when the site moves to https or its pages to other files (RFC 4151), in
  /// Pelican's form, so that nobody's reader shows old articles as new ones: the address is not
  /// percent-encoded.
  String tagUri(Article article) {
    String url = site.config().site().url();
    String host = url.substring(url.indexOf("://") + 3).split("[/:]", 2)[0];
    return "tag:"
        + host
        + ","
        + DateTimeFormatter.ISO_LOCAL_DATE.format(published(article))
        + ":"
        + site.config().site().basePath()
        + "/"
        + article.address().url();
  }

  /// When the feed last changed. A feed without articles never did.
  ZonedDateTime updated(Output.FeedOutput feed) {
    List<Article> articles = feed.articles();
    ZonedDateTime latest = Instant.EPOCH.atZone(ZoneOffset.UTC);
    for (Article article : articles) {
      ZonedDateTime modified = modified(article);
      latest = modified.isAfter(latest) ? modified : latest;
    }
    return latest;
  }

  ZonedDateTime modified(Article article) {
    ZonedDateTime modified = article.frontMatter().modified();
    return modified == null ? published(article) : modified;
  }

  ZonedDateTime published(Article article) {
    ZonedDateTime date = article.frontMatter().date();
    return date == null ? Instant.EPOCH.atZone(ZoneOffset.UTC) : date;
  }

  /// The time as RFC 3339 has it, where offsets have no seconds (section 4.2). Those of local mean
  /// times, long ago, do.
  String rfc3339(ZonedDateTime date) {
    boolean hasSeconds = date.getOffset().getTotalSeconds() % 60 != 0;
    ZonedDateTime time = hasSeconds ? date.withZoneSameInstant(ZoneOffset.UTC) : date;
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.withNano(0));
  }
}
