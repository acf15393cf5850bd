package godwit.site;

import godwit.config.SiteConfig;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the [LinkIndex] of a site.
final class LinkIndexer {
  private LinkIndexer() {}

  static LinkIndex index(
      SiteConfig config,
      List<Entry> entries,
      List<Output> outputs,
      Map<Taxonomy, List<TermArticles>> taxonomies,
      Map<String, String> leftOut) {
    Map<String, Entry> bySource = new HashMap<>();
    Map<String, Entry> entriesByUrl = new HashMap<>();
    Map<String, Address> filesBySource = new HashMap<>();
    Set<String> urls = new HashSet<>();
    for (Entry entry : entries) {
      bySource.put(entry.document().source().path(), entry);
      if (entry.address().isWritten()) {
        entriesByUrl.put(entry.address().url(), entry);
        entriesByUrl.put(entry.address().saveAs().value(), entry);
      }
    }
    int prefix = config.content().path().length() + 1;
    for (Output output : outputs) {
      urls.add(output.path().value());
      switch (output) {
        case Output.StaticOutput file -> {
          filesBySource.put(file.origin().substring(prefix), file.address());
          urls.add(file.address().url());
        }
        case Output.SourceOutput ignored -> {}
        case Output.ListOutput list -> urls.add(list.page().address().url());
        case Output.TermsOutput list -> urls.add(list.address().url());
        case Output.TemplateOutput page -> urls.add(page.address().url());
        case Output.EntryOutput ignored -> {}
        case Output.FeedOutput feed -> urls.add(feed.address().url());
        case Output.MarkdownOutput ignored -> {}
        case Output.LlmsOutput ignored -> {}
        case Output.AliasOutput ignored -> {}
        case Output.PageToComeOutput page -> urls.add(page.address().url());
        case Output.SeriesOutput series -> urls.add(series.address().url());
        case Output.AssetOutput ignored -> {}
        case Output.FingerprintOutput ignored -> {}
        case Output.SitemapOutput ignored -> {}
        case Output.SitemapIndexOutput ignored -> {}
        case Output.OwnOutput ignored -> {}
      }
    }
    Address index = PatternFormatter.single(config.urls().index());
    return new LinkIndex(
        bySource,
        filesBySource,
        bySlug(taxonomies),
        entriesByUrl,
        urls,
        leftOut,
        index,
        new Slugger(config.slugs()));
  }

  private static Map<Taxonomy, Map<String, Term>> bySlug(
      Map<Taxonomy, List<TermArticles>> taxonomies) {
    Map<Taxonomy, Map<String, Term>> bySlug = new HashMap<>();
    taxonomies.forEach(
        (taxonomy, terms) -> {
          Map<String, Term> ofTaxonomy = new HashMap<>();
          terms.forEach(term -> ofTaxonomy.put(term.term().slug(), term.term()));
          bySlug.put(taxonomy, ofTaxonomy);
        });
    return bySlug;
  }
}
