package godwit.site;

import godwit.config.FeedSettings;
import godwit.config.SiteConfig;
import godwit.config.Status;
import godwit.config.UrlPattern;
import godwit.config.UrlSettings;
import godwit.content.ContentFiles;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lists every file of the site before the first is rendered.
final class OutputPlanner {
  private static final SourcePosition SETTINGS = SourcePosition.ofFile("godwit.toml");

  private final SiteConfig config;
  private final Diagnostics diagnostics;
  private final OutputSet outputs;

  OutputPlanner(SiteConfig config, Diagnostics diagnostics) {
    this.config = config;
    this.diagnostics = diagnostics;
    this.outputs = new OutputSet(diagnostics);
  }

  void addEntries(List<Entry> entries) {
    for (Entry entry : entries) {
      Output.EntryOutput output = new Output.EntryOutput(entry);
      outputs.add(output, output.position());
    }
    for (Entry entry : entries) {
      if (entry.status() != Status.DRAFT) {
        entry.frontMatter().aliases().forEach(alias -> addAlias(alias, entry));
      }
    }
  }

  private void addAlias(String alias, Entry entry) {
    SourcePosition position = entry.document().positionOf("aliases", "alias", "redirect_from");
    String path =
        UrlEncoding.decode(
            alias.startsWith(config.site().url())
                ? alias.substring(config.site().url().length())
                : alias);
    while (path.startsWith("/")) {
      path = path.substring(1);
    }
    boolean file = path.lastIndexOf('.') > path.lastIndexOf('/');
    String saveAs = file || path.isEmpty() || path.endsWith("/") ? path : path + "/";
    try {
      outputs.add(new Output.AliasOutput(OutputPath.ofFile(saveAs), entry), position);
    } catch (IllegalArgumentException e) {
      diagnostics.error(
          position,
          "output-path",
          "the alias cannot be a file: " + e.getMessage(),
          "give the old address as a path: /old/address.html");
    }
  }

  void addLists(List<Article> articles, Map<Taxonomy, List<TermArticles>> taxonomies) {
    UrlSettings urls = config.urls();
    addList(null, address(urls.index()), articles);
    for (Taxonomy taxonomy : Taxonomy.values()) {
      for (TermArticles term : taxonomies.getOrDefault(taxonomy, List.of())) {
        addList(term.term(), term.term().address(), term.articles());
      }
      Address list = address(placeOfTerms(taxonomy));
      if (list != null) {
        outputs.add(new Output.TermsOutput(taxonomy, list), SETTINGS);
      }
    }
    Address archives = address(urls.archives());
    if (archives != null) {
      outputs.add(new Output.ArchivesOutput(archives), SETTINGS);
    }
  }

  private void addList(@Nullable Term term, @Nullable Address address, List<Article> articles) {
    if (address == null) {
      return;
    }
    try {
      for (ListPage page : ListPage.paginate(address, articles, config.pagination())) {
        outputs.add(new Output.ListOutput(term, page), SETTINGS);
      }
    } catch (IllegalArgumentException e) {
      diagnostics.error(
          SETTINGS,
          "output-path",
          "a page of the list cannot be a file: " + e.getMessage(),
          "choose a shorter name");
    }
  }

  private UrlSettings.Place placeOfTerms(Taxonomy taxonomy) {
    return switch (taxonomy) {
      case CATEGORY -> config.urls().categories();
      case TAG -> config.urls().tags();
      case AUTHOR -> config.urls().authors();
    };
  }

  private static @Nullable Address address(UrlSettings.Place place) {
    if (place.isOff()) {
      return null;
    }
    return new Address(
        PatternFormatter.ofTerm(place.url(), ""),
        OutputPath.ofFile(PatternFormatter.ofTerm(place.saveAs(), "")));
  }

  void addFeeds(List<Article> articles, Map<Taxonomy, List<TermArticles>> taxonomies) {
    FeedSettings feeds = config.feeds();
    if (config.site().url().isEmpty()) {
      return; // feeds need whole URLs
    }
    addFeed(FeedFormat.ATOM, feeds.atom(), null, articles);
    addFeed(FeedFormat.RSS, feeds.rss(), null, articles);
    for (Taxonomy taxonomy : Taxonomy.values()) {
      Optional<UrlPattern> pattern =
          switch (taxonomy) {
            case CATEGORY -> feeds.categoryAtom();
            case TAG -> feeds.tagAtom();
            case AUTHOR -> feeds.authorAtom();
          };
      for (TermArticles term : taxonomies.getOrDefault(taxonomy, List.of())) {
        addFeed(FeedFormat.ATOM, pattern, term.term(), term.articles());
      }
    }
  }

  private void addFeed(
      FeedFormat format,
      Optional<UrlPattern> pattern,
      @Nullable Term term,
      List<Article> articles) {
    if (pattern.isEmpty()) {
      return;
    }
    String path = PatternFormatter.ofTerm(pattern.get(), term == null ? "all" : term.slug());
    try {
      int items = config.feeds().items();
      List<Article> newest =
          items == 0 ? articles : articles.subList(0, Math.min(items, articles.size()));
      Address address = Address.of(OutputPath.ofFile(path));
      outputs.add(new Output.FeedOutput(format, term, address, newest), SETTINGS);
    } catch (IllegalArgumentException e) {
      diagnostics.error(
          SETTINGS,
          "output-path",
          "a feed cannot be a file: " + e.getMessage(),
          "choose a shorter name");
    }
  }

  /// @param places where each file goes, by its path below the content directory
  void addStatic(Map<String, String> places, ContentFiles files) {
    places.forEach(
        (source, place) -> {
          String name = config.content().path() + "/" + source;
          Path file = files.others().get(source);
          try {
            if (file != null) {
              outputs.add(
                  new Output.StaticOutput(new OutputPath(place), name, file),
                  SourcePosition.ofFile(name));
            }
          } catch (IllegalArgumentException e) {
            diagnostics.error(
                SourcePosition.ofFile(name),
                "output-path",
                "the file cannot be copied: " + e.getMessage(),
                place.equals(source) ? "rename it" : "correct its path in godwit.toml");
          }
        });
  }

  void addAssets(List<ThemeAsset> assets) {
    for (ThemeAsset asset : assets) {
      SourcePosition position =
          SourcePosition.ofFile(config.content().templates() + "/assets/" + asset.path());
      try {
        OutputPath path = new OutputPath("theme/" + asset.path());
        outputs.add(new Output.AssetOutput(path, asset), position);
      } catch (IllegalArgumentException e) {
        diagnostics.error(
            position, "output-path", "the file cannot be copied: " + e.getMessage(), "rename it");
      }
    }
  }

  void addOwnFiles() {
    for (OwnFile file : OwnFile.values()) {
      outputs.addIfFree(new Output.OwnOutput(new OutputPath(file.path()), file));
    }
    if (!config.site().url().isEmpty()) { // a sitemap needs whole URLs
      addSitemap();
    }
  }

  private void addSitemap() {
    List<Output> plan = SitemapPlanner.plan(outputs.sorted());
    if (outputs.addIfFree(plan.getFirst())) {
      plan.stream().skip(1).forEach(part -> outputs.add(part, SETTINGS));
    }
  }

  List<Output> outputs() {
    return outputs.sorted();
  }
}
