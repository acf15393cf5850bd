package godwit.config;

import java.util.Optional;

/// Which feeds are made, and where (`[feeds]`). A pattern with `{slug}` makes one feed for each
/// term. An empty value turns the feed off.
///
/// @param atom the Atom feed of all articles
/// @param rss the RSS feed of all articles
/// @param categoryAtom one Atom feed for each category
/// @param tagAtom one Atom feed for each tag
/// @param authorAtom one Atom feed for each author
/// @param items how many articles a feed holds at most; 0 for all
/// @param fullText whether entries carry the whole article or only its summary
public record FeedSettings(
    Optional<UrlPattern> atom,
    Optional<UrlPattern> rss,
    Optional<UrlPattern> categoryAtom,
    Optional<UrlPattern> tagAtom,
    Optional<UrlPattern> authorAtom,
    int items,
    boolean fullText) {}
