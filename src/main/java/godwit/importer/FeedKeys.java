package godwit.importer;

import godwit.importer.TomlValue.Flag;
import godwit.importer.TomlValue.Text;
import godwit.importer.TomlValue.Whole;
import java.util.List;

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

  private final Settings settings;
  private final Draft draft;

  FeedKeys(Settings settings, Draft draft) {
    this.settings = settings;
    this.draft = draft;
  }

  void write() {
    boolean hasRss = false;
    for (Feed feed : FEEDS) {
      String file = settings.text(feed.setting(), feed.usual()).replaceAll("^/+", "");
      if (!feed.field().isEmpty()) {
        file = file.replace("%s", feed.field());
      }
      boolean isRss = feed.key().endsWith("rss");
      hasRss |= isRss && !file.isEmpty();
      draft.put("feeds." + feed.key(), new Text(file), feed.setting());
    }
    draft.put("feeds.items", new Whole(settings.number("FEED_MAX_ITEMS", 0)), "FEED_MAX_ITEMS");
    fullText(hasRss);
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
