package godwit.render;

import godwit.site.FeedScope;
import godwit.site.ListScope;
import godwit.site.Output;
import godwit.site.Site;
import godwit.site.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which feeds belong to which pages.
///
/// @param ofSite those of all articles
/// @param ofTerms those of categories, tags and authors
/// @param ofLanguages those of languages, by tag
/// @param language of pages that are no article's or page's own
record AnnouncedFeeds(
    List<Output.FeedOutput> ofSite,
    Map<Term, List<Output.FeedOutput>> ofTerms,
    Map<String, List<Output.FeedOutput>> ofLanguages,
    String language) {

  static AnnouncedFeeds of(Site site) {
    List<Output.FeedOutput> ofSite = new ArrayList<>();
    Map<Term, List<Output.FeedOutput>> ofTerms = new HashMap<>();
    Map<String, List<Output.FeedOutput>> ofLanguages = new HashMap<>();
    for (Output output : site.outputs()) {
      if (output instanceof Output.FeedOutput feed) {
        switch (feed.scope()) {
          case FeedScope.All _, FeedScope.Main _ -> ofSite.add(feed);
          case FeedScope.OfTerm(Term term) ->
              ofTerms.computeIfAbsent(term, _ -> new ArrayList<>()).add(feed);
          case FeedScope.OfLanguage(String language) ->
              ofLanguages.computeIfAbsent(language, _ -> new ArrayList<>()).add(feed);
        }
      }
    }
    return new AnnouncedFeeds(ofSite, ofTerms, ofLanguages, site.config().site().language());
  }

  /// What a page has besides the feeds of the site: those of its term, then those of its language.
  List<Output.FeedOutput> of(Output page) {
    String own =
        page instanceof Output.EntryOutput entry
            ? entry.entry().frontMatter().language()
            : language;
    List<Output.FeedOutput> feeds = new ArrayList<>();
    if (page instanceof Output.ListOutput(ListScope.OfTerm(Term term), _)) {
      feeds.addAll(ofTerms.getOrDefault(term, List.of()));
    }
    feeds.addAll(ofLanguages.getOrDefault(own, List.of()));
    return feeds;
  }
}
