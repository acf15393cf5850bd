package godwit.importer;

import godwit.diagnostic.SourcePosition;
import godwit.importer.TomlValue.Flag;
import godwit.importer.TomlValue.Text;
import godwit.importer.TomlValue.Whole;
import java.util.List;
import java.util.regex.Pattern;

/// Makes `[feeds]`.
final class FeedKeys {
  /// A feed.
  ///
  /// @param key below `feeds`
  /// @param usual Pelican's default; empty for none
  /// @param field what `%s` stood for in old settings
  private record Feed(String key, String setting, String usual, String field) {}

  private static final List<Feed> FEEDS =
      List.of(
          new Feed("atom", "FEED_ALL_ATOM", "feeds/all.atom.xml", ""),
          new Feed("rss", "FEED_ALL_RSS", "", ""),
          new Feed("main-atom", "FEED_ATOM", "", ""),
          new Feed("main-rss", "FEED_RSS", "", ""),
          new Feed("category-atom", "CATEGORY_FEED_ATOM", "feeds/{slug}.atom.xml", "{slug}"),
          new Feed("category-rss", "CATEGORY_FEED_RSS", "", "{slug}"),
          new Feed("tag-atom", "TAG_FEED_ATOM", "", "{slug}"),
          new Feed("tag-rss", "TAG_FEED_RSS", "", "{slug}"),
          new Feed("author-atom", "AUTHOR_FEED_ATOM", "feeds/{slug}.atom.xml", "{slug}"),
          new Feed("author-rss", "AUTHOR_FEED_RSS", "feeds/{slug}.rss.xml", "{slug}"),
          new Feed(
              "translation-atom", "TRANSLATION_FEED_ATOM", "feeds/all-{lang}.atom.xml", "{lang}"),
          new Feed("translation-rss", "TRANSLATION_FEED_RSS", "", "{lang}"));

  /// What no path of a file is like.
  private static final Pattern ELSEWHERE = Pattern.compile("://|[?#]");

  private final Settings settings;
  private final Draft draft;
  private final Notes notes;

  FeedKeys(Settings settings, Draft draft, Notes notes) {
    this.settings = settings;
    this.draft = draft;
    this.notes = notes;
  }

  void write() {
    boolean hasRss = false;
    for (Feed feed : FEEDS) {
      String file = pattern(settings.text(feed.setting(), feed.usual()), feed);
      boolean isRss = feed.key().endsWith("rss");
      hasRss |= isRss && !file.isEmpty();
      put(feed, file);
    }
    domain();
    draft.put("feeds.items", new Whole(settings.number("FEED_MAX_ITEMS", 0)), "FEED_MAX_ITEMS");
    fullText(hasRss);
  }

  private static String pattern(String text, Feed feed) {
    String path = text.replaceAll("^/+", "");
    return feed.field().isEmpty() ? path : path.replace("%s", feed.field());
  }

  private void put(Feed feed, String file) {
    String key = "feeds." + feed.key();
    String setting = feed.setting() + "_URL";
    String url = file.isEmpty() ? "" : pattern(settings.text(setting, ""), feed);
    if (ELSEWHERE.matcher(url).find()) {
      told(setting);
      url = "";
    }
    if (url.isEmpty() || url.equals(file)) {
      draft.put(key, new Text(file), feed.setting());
    } else {
      draft.put(key, new Text(url), setting);
      draft.put(key + "-save-as", new Text(file), feed.setting());
    }
  }

  /// Mostly it says what SITEURL says.
  private void domain() {
    String domain = settings.text("FEED_DOMAIN", "").replaceAll("/+$", "");
    if (!domain.isEmpty() && !domain.equals(settings.text("SITEURL", "").replaceAll("/+$", ""))) {
      told("FEED_DOMAIN");
    }
  }

  private void told(String setting) {
    SourcePosition position =
        settings.position(setting).orElse(SourcePosition.ofFile(PelicanImport.SETTINGS));
    notes.setting(
        position,
        setting + " has no counterpart",
        "the address of a feed is a path below site.url; let the web server answer for other ones");
  }

  /// Where there is no feed in RSS the setting means nothing.
  private void fullText(boolean hasRss) {
    boolean isSummary = hasRss && settings.truth("RSS_FEED_SUMMARY_ONLY", true);
    draft.put(
        "feeds.rss-full-text",
        new Flag(!isSummary),
        List.of("RSS has only summaries in Pelican, unless RSS_FEED_SUMMARY_ONLY is False."),
        List.of("RSS_FEED_SUMMARY_ONLY"));
  }
}
