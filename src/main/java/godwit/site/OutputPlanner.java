package godwit.site;

import godwit.config.ListSettings;
import godwit.config.SiteConfig;
import godwit.config.Status;
import godwit.config.TemplatePage;
import godwit.config.UrlSettings;
import godwit.content.ContentFiles;
import godwit.content.SourceFile;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputPath;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lists every file of the site before the first is rendered.
final class OutputPlanner {
  private static final SourcePosition SETTINGS = SourcePosition.ofFile("godwit.toml");

  private final SiteConfig config;
  private final Diagnostics diagnostics;
  private final OutputSet outputs;
  private final FurtherPages furtherPages;

  OutputPlanner(SiteConfig config, Diagnostics diagnostics) {
    this.config = config;
    this.diagnostics = diagnostics;
    this.outputs = new OutputSet(diagnostics);
    this.furtherPages = new FurtherPages(config.pagination(), diagnostics);
  }

  void addEntries(List<Entry> entries) {
    for (Entry entry : entries) {
      if (!entry.address().isWritten()) {
        continue;
      }
      Output.EntryOutput output = new Output.EntryOutput(entry);
      outputs.add(output, output.position());
    }
    for (Entry entry : entries) {
      if (entry.status() != Status.DRAFT && entry.address().isWritten()) {
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
    addList(new ListScope.All(), urls.index(), address(urls.index()), articles);
    for (Taxonomy taxonomy : Taxonomy.values()) {
      for (TermArticles term : taxonomies.getOrDefault(taxonomy, List.of())) {
        addList(
            new ListScope.OfTerm(term.term()),
            TermRegistry.place(urls, taxonomy),
            term.term().address(),
            term.articles());
      }
      Address list = address(placeOfTerms(taxonomy));
      if (list != null) {
        outputs.add(new Output.TermsOutput(taxonomy, list), placeOfTerms(taxonomy).position());
      }
    }
    ArchivePlanner.plan(config, articles)
        .forEach(
            archive ->
                addList(archive.scope(), archive.place(), archive.address(), archive.articles()));
  }

  private void addList(
      ListScope scope, UrlSettings.Place place, @Nullable Address address, List<Article> articles) {
    if (address == null) {
      return;
    }
    ListOrder order = order(scope);
    try {
      List<ListPage> pages =
          ListPage.paginate(address, articles, scope.kind(), order, config.pagination());
      Output.ListOutput front = new Output.ListOutput(scope, pages.getFirst());
      if (!outputs.add(front, place.position())) {
        return; // the pages behind it would be reached from nowhere
      }
      for (ListPage page : pages.subList(1, pages.size())) {
        outputs.add(new Output.ListOutput(scope, page), config.pagination().position());
      }
      Address toCome =
          config.pagination().stable() && pages.size() > 1 && order != ListOrder.OLDEST_FIRST
              ? pages.get(1).previous()
              : null;
      if (toCome != null) {
        outputs.add(new Output.PageToComeOutput(front, toCome), config.pagination().position());
      }
      furtherPages.add(scope, address, pages.size());
    } catch (IllegalArgumentException e) {
      diagnostics.error(
          place.position(),
          "output-path",
          "a page of the list cannot be a file: " + e.getMessage(),
          "choose a shorter name");
    }
  }

  private ListOrder order(ListScope scope) {
    ListSettings lists = config.content().lists();
    if (scope instanceof ListScope.Archives) {
      return lists.areArchivesOldestFirst() ? ListOrder.OLDEST_FIRST : ListOrder.NEWEST_FIRST;
    }
    return ListOrder.of(lists.articleOrder());
  }

  void addSeries(List<Series> series) {
    for (Series one : series) {
      if (one.address() != null) {
        outputs.add(new Output.SeriesOutput(one, one.address()), config.urls().series().position());
      }
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
    return place.isOff() ? null : PatternFormatter.single(place);
  }

  void addFeeds(EntryGroup<Article> articles, Map<Taxonomy, List<TermArticles>> taxonomies) {
    new FeedPlanner(
            config,
            outputs::add,
            (e, position) ->
                diagnostics.error(
                    position,
                    "output-path",
                    "a feed cannot be a file: " + e.getMessage(),
                    "choose a shorter name"))
        .plan(articles, taxonomies);
  }

  void addCopies(List<Entry> entries) {
    for (Entry entry : entries) {
      SourcePosition position = new Output.EntryOutput(entry).position();
      try {
        Address address = entry.address().isWritten() ? MarkdownCopy.plan(entry, config) : null;
        if (address != null) {
          outputs.add(new Output.MarkdownOutput(entry, address), position);
        }
      } catch (IllegalArgumentException e) {
        diagnostics.error(
            position,
            "output-path",
            "its Markdown copy cannot be a file: " + e.getMessage(),
            "choose a shorter slug");
      }
    }
  }

  void addLlms(List<Page> pages, List<Article> all) {
    if (!config.llms().list() || config.site().url().isEmpty()) {
      return; // it is a list of whole URLs
    }
    List<Article> articles = all.stream().filter(article -> article.address().isWritten()).toList();
    // By their addresses, so that those of one folder stand together.
    List<Page> sorted =
        pages.stream()
            .filter(page -> page.address().isWritten())
            .sorted(Comparator.comparing((Page page) -> page.address().url()))
            .toList();
    int most = config.llms().articles();
    List<Article> newest = EntryOrder.newest(articles, most);
    outputs.add(
        new Output.LlmsOutput(
            new OutputPath("llms.txt"),
            sorted,
            newest,
            newest.size() == articles.size() ? null : allArticles()),
        SETTINGS);
  }

  private Address allArticles() {
    Address archives = address(config.urls().archives());
    return archives == null ? Address.of(new OutputPath("sitemap.xml")) : archives;
  }

  void addTemplatePages() {
    for (TemplatePage page : config.content().templatePages()) {
      try {
        Address address = Address.of(OutputPath.ofFile(page.file()));
        outputs.add(new Output.TemplateOutput(page, address), page.position());
      } catch (IllegalArgumentException e) {
        diagnostics.error(
            page.position(),
            "output-path",
            "the template " + page.template() + " cannot make this file: " + e.getMessage(),
            "correct content.template-pages in godwit.toml");
      }
    }
  }

  /// @param places by its path below the content directory the place of each file that is beside a
  ///   document; empty for those that are where the settings put them
  /// @return the paths of those that have no place, which is told
  Set<String> addStatic(Map<String, Optional<String>> places, ContentFiles files) {
    FileAddresses usual = new FileAddresses(config);
    Set<String> withoutPlace = new HashSet<>();
    places.forEach(
        (source, place) -> {
          String name = config.content().path() + "/" + source;
          SourcePosition position = SourcePosition.ofFile(name);
          Path file = files.others().get(source);
          if (file == null) {
            return;
          }
          try {
            Address address =
                place.isPresent()
                    ? Address.of(new OutputPath(place.get()))
                    : usual.of(source, file, name);
            outputs.add(new Output.StaticOutput(address, name, file), position);
          } catch (PatternFormatter.MissingField e) {
            withoutPlace.add(source);
            diagnostics.error(
                position,
                "url-field",
                String.valueOf(e.getMessage()),
                "change urls.static in godwit.toml, or write it below content.metadata");
          } catch (IllegalArgumentException e) {
            withoutPlace.add(source);
            diagnostics.error(
                position,
                "output-path",
                "the file cannot be copied: " + e.getMessage(),
                config.content().metadata().byPath().containsKey(source)
                    ? "correct its path in godwit.toml"
                    : "rename it");
          }
        });
    return withoutPlace;
  }

  /// Copies of the sources of what lists show.
  void addSources(List<Entry> entries) {
    String extension = config.urls().sourceExtension();
    for (Entry entry : entries) {
      if (!extension.isEmpty() && entry.isListed() && entry.address().isWritten()) {
        Output.EntryOutput page = new Output.EntryOutput(entry);
        String file = entry.address().saveAs().value();
        int dot = file.lastIndexOf('.');
        String name = dot > file.lastIndexOf('/') + 1 ? file.substring(0, dot) : file;
        try {
          OutputPath path = new OutputPath(name + extension);
          SourceFile source = entry.document().source();
          outputs.add(new Output.SourceOutput(path, source.name(), source.file()), page.position());
        } catch (IllegalArgumentException e) {
          diagnostics.error(
              page.position(),
              "output-path",
              "the copy of the source cannot be a file: " + e.getMessage(),
              "choose a shorter slug");
        }
      }
    }
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
    List<Output> sorted = outputs.sorted();
    furtherPages.check(sorted);
    return sorted;
  }
}
