package godwit.site;

import godwit.config.Future;
import godwit.config.ListSettings;
import godwit.config.SiteConfig;
import godwit.config.Status;
import godwit.content.ContentFiles;
import godwit.content.Document;
import godwit.content.Kind;
import godwit.content.SourceFile;
import godwit.diagnostic.Diagnostics;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;

/// Makes one [Site] of the documents.
public final class SiteAssembler {
  private final SiteConfig config;
  private final Instant asOf;
  private final Diagnostics diagnostics;
  private final Map<String, String> leftOut = new HashMap<>();
  private final List<Due> due = new ArrayList<>();
  private final List<Due> expiring = new ArrayList<>();

  private SiteAssembler(SiteConfig config, Instant asOf, Diagnostics diagnostics) {
    this.config = config;
    this.asOf = asOf;
    this.diagnostics = diagnostics;
  }

  /// @param documents sorted by path
  /// @param files what the content directory holds, the documents that could not be read too
  /// @param assets the theme's
  /// @param asOf the instant by which dates are judged
  public static Site assemble(
      SiteConfig config,
      List<Document> documents,
      ContentFiles files,
      List<ThemeAsset> assets,
      Instant asOf,
      Diagnostics diagnostics) {
    return new SiteAssembler(config, asOf, diagnostics).assemble(documents, files, assets);
  }

  private Site assemble(List<Document> documents, ContentFiles files, List<ThemeAsset> assets) {
    TermRegistry registry = new TermRegistry(config, diagnostics);
    EntryMaker maker = new EntryMaker(config, registry, diagnostics);
    for (SourceFile source : files.documents()) {
      leftOut.put(source.path(), ""); // until it is known to be on the site
    }
    for (String path : files.outside()) {
      leftOut.put(path, "it is in no folder of articles or pages");
    }
    for (String path : files.ignored()) {
      leftOut.put(path, "content.ignore in godwit.toml passes over files of such names");
    }
    for (String path : files.passedOver()) {
      leftOut.put(
          path,
          "files of such names are seldom meant for everybody; if this one is, name it in"
              + " content.static in godwit.toml");
    }
    List<Entry> entries = new ArrayList<>(documents.size());
    for (Document document : documents) {
      if (isOnSite(document)) {
        Entry entry = maker.make(asOfNow(document));
        if (entry != null) {
          entries.add(entry);
          leftOut.remove(document.source().path());
          ZonedDateTime expires = document.frontMatter().expires();
          if (expires != null) {
            expiring.add(new Due(document, expires));
          }
        }
      }
    }
    EntryGroups groups = groups(entries);
    List<Article> sortedArticles = groups.articles().originals();
    Map<Taxonomy, List<TermArticles>> taxonomies = taxonomies(sortedArticles);
    Companions companions = companions(entries, groups.articles());
    OutputPlanner planner = new OutputPlanner(config, diagnostics);
    planner.addEntries(entries);
    planner.addLists(sortedArticles, taxonomies);
    planner.addSeries(companions.series());
    planner.addTemplatePages();
    planner.addFeeds(groups.articles(), taxonomies);
    planner.addCopies(entries);
    planner.addSources(entries);
    planner.addLlms(groups.pages().originals(), sortedArticles);
    planner
        .addStatic(
            Attachments.places(groups.asWritten(), files, config.content().metadata().byPath()),
            files)
        .forEach(path -> leftOut.put(path, ""));
    planner.addAssets(assets);
    planner.addOwnFiles();
    List<Output> outputs = planner.outputs();
    LinkIndex links = LinkIndexer.index(config, entries, outputs, taxonomies, leftOut);
    due.sort(Due.NEXT_FIRST);
    expiring.sort(Due.NEXT_FIRST);
    return new Site(
        config,
        asOf,
        entries,
        groups,
        taxonomies,
        positions(sortedArticles),
        companions,
        due,
        expiring,
        outputs,
        Map.of(),
        links);
  }

  private boolean isOnSite(Document document) {
    if (document.frontMatter().status() == Status.SKIP) {
      leftOut.put(document.source().path(), "its status is skip");
      return false;
    }
    return isInTime(document);
  }

  private boolean isInTime(Document document) {
    ZonedDateTime date = document.frontMatter().date();
    ZonedDateTime expires = document.frontMatter().expires();
    boolean listed = document.frontMatter().status() != Status.DRAFT;
    if (listed && future() == Future.HOLD && date != null && isLater(date)) {
      due.add(new Due(document, date));
      leftOut.put(document.source().path(), "it is due " + Due.format(date));
      return false;
    }
    if (expires != null && !expires.toInstant().isAfter(asOf)) {
      leftOut.put(document.source().path(), "it expired " + Due.format(expires));
      return false;
    }
    return true;
  }

  /// The document as it is now: a draft if that is what it is to be until it is due.
  private Document asOfNow(Document document) {
    ZonedDateTime date = document.frontMatter().date();
    boolean isArticle = document.source().kind() == Kind.ARTICLE;
    if (isArticle
        && document.frontMatter().status() != Status.DRAFT
        && future() == Future.DRAFT
        && date != null
        && isLater(date)) {
      Document draft = document.with(Status.DRAFT);
      due.add(new Due(draft, date));
      return draft;
    }
    return document;
  }

  private Future future() {
    return config.content().metadata().future();
  }

  private boolean isLater(ZonedDateTime date) {
    return date.toInstant().isAfter(asOf);
  }

  private EntryGroups groups(List<Entry> entries) {
    ListSettings lists = config.content().lists();
    String language = config.site().language();
    Translations ofArticles = new Translations(lists.articleIdentity(), language);
    Translations ofPages = new Translations(lists.pageIdentity(), language);
    EntryOrder articles = EntryOrder.of(lists.articleOrder());
    EntryOrder pages = EntryOrder.of(lists.pageOrder());
    EntryGroups groups =
        new EntryGroups(
            ofArticles.group(with(Article.class, Status.PUBLISHED, entries), articles),
            ofArticles.group(with(Article.class, Status.HIDDEN, entries), articles),
            ofArticles.group(with(Article.class, Status.DRAFT, entries), articles),
            ofPages.group(with(Page.class, Status.PUBLISHED, entries), pages),
            ofPages.group(with(Page.class, Status.HIDDEN, entries), pages),
            ofPages.group(with(Page.class, Status.DRAFT, entries), pages));
    tellOfNoOrder(groups.articles().originals(), articles, "articles", "content.article-order");
    tellOfNoOrder(groups.pages().originals(), pages, "pages", "content.page-order");
    return groups;
  }

  /// Of a list that stays as it is because some lack the field that it is to be ordered by.
  private void tellOfNoOrder(
      List<? extends Entry> entries, EntryOrder order, String listed, String key) {
    List<Document> without =
        entries.stream()
            .filter(order::isLackedBy)
            .map(Entry::document)
            .sorted(Comparator.comparing(document -> document.source().path()))
            .toList();
    if (!without.isEmpty()) {
      int more = without.size() - 1;
      diagnostics.warning(
          without.getFirst().positionOf("title"),
          "order",
          "the "
              + listed
              + " are listed by slug, as it has no "
              + order.field()
              + (more == 0
                  ? ""
                  : ", and " + more + (more == 1 ? " other has" : " others have") + " none"),
          "give one to each, or name another field in godwit.toml: " + key);
    }
  }

  private static <E extends Entry> List<E> with(Class<E> kind, Status status, List<Entry> entries) {
    return entries.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(entry -> entry.status() == status)
        .toList();
  }

  private Map<Taxonomy, List<TermArticles>> taxonomies(List<Article> articles) {
    Map<Term, List<Article>> byTerm = new HashMap<>();
    for (Article article : articles) {
      byTerm.computeIfAbsent(article.category(), term -> new ArrayList<>()).add(article);
      article
          .tags()
          .forEach(tag -> byTerm.computeIfAbsent(tag, term -> new ArrayList<>()).add(article));
      article
          .authors()
          .forEach(
              author -> byTerm.computeIfAbsent(author, term -> new ArrayList<>()).add(article));
    }
    Map<Taxonomy, List<TermArticles>> taxonomies = new EnumMap<>(Taxonomy.class);
    for (Taxonomy taxonomy : Taxonomy.values()) {
      Map<Term, List<Article>> terms = new HashMap<>(byTerm);
      terms.keySet().removeIf(term -> term.taxonomy() != taxonomy);
      TermWeights weights = weights(terms.values());
      taxonomies.put(
          taxonomy,
          terms.entrySet().stream()
              .map(
                  entry ->
                      new TermArticles(
                          entry.getKey(), entry.getValue(), weights.of(entry.getValue().size())))
              .sorted(isReversed(taxonomy) ? TermArticles.BY_NAME.reversed() : TermArticles.BY_NAME)
              .toList());
    }
    return taxonomies;
  }

  private boolean isReversed(Taxonomy taxonomy) {
    return taxonomy == Taxonomy.CATEGORY && config.content().lists().areCategoriesReversed();
  }

  private TermWeights weights(Collection<List<Article>> articles) {
    IntSummaryStatistics counts = articles.stream().mapToInt(List::size).summaryStatistics();
    return new TermWeights(config.terms().steps(), counts.getMin(), counts.getMax());
  }

  private Companions companions(List<Entry> entries, EntryGroup<Article> articles) {
    List<Article> listed = new ArrayList<>(articles.originals());
    listed.addAll(articles.translations());
    List<Series> series = new SeriesFinder(config, diagnostics).find(listed);
    if (!config.related().isOn()) {
      return Companions.of(series, Map.of());
    }
    List<Article> all =
        entries.stream().filter(Article.class::isInstance).map(Article.class::cast).toList();
    return Companions.of(series, new RelatedFinder(config, leftOut, diagnostics).find(listed, all));
  }

  private static Map<Article, Integer> positions(List<Article> articles) {
    Map<Article, Integer> positions = new HashMap<>(articles.size() * 2);
    for (int i = 0; i < articles.size(); i++) {
      positions.put(articles.get(i), i);
    }
    return positions;
  }
}
