package godwit.config;

import godwit.config.UrlSettings.Place;
import java.util.List;
import java.util.Optional;

/// Which feeds are made, and where (`[feeds]`). An empty value turns a feed off.
///
/// @param all the feeds of all articles, translations included
/// @param main the same without translations
/// @param category one for each category, as those of tags and authors
/// @param translation one for each language
/// @param items how many articles a feed holds at most; 0 for all
/// @param fullText whether entries carry the whole article or only its summary
/// @param rssFullText whether those of RSS do, where the others do
/// @param hubs the WebSub hubs that tell subscribers of what is new in the feeds
public record FeedSettings(
    Feeds all,
    Feeds main,
    Feeds category,
    Feeds tag,
    Feeds author,
    Feeds translation,
    int items,
    boolean fullText,
    boolean rssFullText,
    List<String> hubs) {
  public FeedSettings {
    hubs = List.copyOf(hubs);
  }

  /// The feeds of one kind, by their format.
  public record Feeds(Optional<Place> atom, Optional<Place> rss, Optional<Place> json) {}
}
