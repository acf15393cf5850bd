package godwit.site;

import godwit.config.FeedSettings;
import godwit.config.FeedSettings.Feeds;
import godwit.config.SiteConfig;
import godwit.config.UrlSettings.Place;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Lists the feeds of a site.
final class FeedPlanner {
  private final SiteConfig config;
  private final BiConsumer<Output, SourcePosition> outputs;
  private final BiConsumer<IllegalArgumentException, SourcePosition> refused;

  /// @param outputs takes them with the position of what asks for them
  /// @param refused is told of a feed that cannot be a file
  FeedPlanner(
      SiteConfig config,
      BiConsumer<Output, SourcePosition> outputs,
      BiConsumer<IllegalArgumentException, SourcePosition> refused) {
    this.config = config;
    this.outputs = outputs;
    this.refused = refused;
  }

  void plan(EntryGroup<Article> articles, Map<Taxonomy, List<TermArticles>> taxonomies) {
    FeedSettings feeds = config.feeds();
    if (config.site().url().isEmpty()) {
      return; // feeds need whole URLs
    }
    List<Article> all = all(articles);
    add(feeds.all(), new FeedScope.All(), "", "", all);
    add(feeds.main(), new FeedScope.Main(), "", "", articles.originals());
    for (Taxonomy taxonomy : Taxonomy.values()) {
      Feeds ofTaxonomy =
          switch (taxonomy) {
            case CATEGORY -> feeds.category();
            case TAG -> feeds.tag();
            case AUTHOR -> feeds.author();
          };
      for (TermArticles term : taxonomies.getOrDefault(taxonomy, List.of())) {
        FeedScope scope = new FeedScope.OfTerm(term.term());
        add(ofTaxonomy, scope, term.term().slug(), term.term().name(), term.articles());
      }
    }
    byLanguage(all)
        .forEach(
            (language, ofLanguage) ->
                add(
                    feeds.translation(),
                    new FeedScope.OfLanguage(language),
                    language,
                    language,
                    ofLanguage));
  }

  /// Originals and translations in one order.
  private List<Article> all(EntryGroup<Article> articles) {
    List<Article> all = new ArrayList<>(articles.originals());
    all.addAll(articles.translations());
    return EntryOrder.of(config.content().lists().articleOrder()).sort(all);
  }

  private static Map<String, List<Article>> byLanguage(List<Article> articles) {
    Map<String, List<Article>> byLanguage = new TreeMap<>();
    for (Article article : articles) {
      byLanguage
          .computeIfAbsent(article.frontMatter().language(), _ -> new ArrayList<>())
          .add(article);
    }
    return byLanguage;
  }

  /// @param slug of the term, or the language; empty where there is one feed
  /// @param name of the term, or the language
  private void add(Feeds feeds, FeedScope scope, String slug, String name, List<Article> articles) {
    if (feeds.atom().isEmpty() && feeds.rss().isEmpty() && feeds.json().isEmpty()) {
      return;
    }
    List<Article> newest = EntryOrder.newest(articles, config.feeds().items());
    feeds.atom().ifPresent(atom -> add(FeedFormat.ATOM, atom, scope, slug, name, newest));
    feeds.rss().ifPresent(rss -> add(FeedFormat.RSS, rss, scope, slug, name, newest));
    feeds.json().ifPresent(json -> add(FeedFormat.JSON, json, scope, slug, name, newest));
  }

  private void add(
      FeedFormat format,
      Place place,
      FeedScope scope,
      String slug,
      String name,
      List<Article> articles) {
    try {
      Address address =
          new Address(
              PatternFormatter.ofTerm(place.url(), slug, name),
              OutputPath.ofFile(PatternFormatter.ofTerm(place.saveAs(), slug, name)));
      outputs.accept(new Output.FeedOutput(format, scope, address, articles), place.position());
    } catch (IllegalArgumentException e) {
      refused.accept(e, place.position());
    }
  }
}
