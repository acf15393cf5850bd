package godwit.site;

import godwit.output.OutputPath;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what crawlers are told of: the home page, the listed entries, the front of each term and
/// of the archive of each period; and in how many files, as one may name no more than 50,000
/// (sitemaps.org, "Using Sitemap index files").
final class SitemapPlanner {
  private static final int MOST_URLS = 50_000;
  private static final String NAME = "sitemap";

  private SitemapPlanner() {}

  /// @param outputs every other file of the site
  /// @return `sitemap.xml`, and where that is an index, the sitemaps that it names behind it
  static List<Output> plan(List<Output> outputs) {
    List<SitemapUrl> urls = urls(outputs);
    OutputPath first = new OutputPath(NAME + ".xml");
    if (urls.size() <= MOST_URLS) {
      return List.of(new Output.SitemapOutput(first, urls));
    }
    List<Output> plan = new ArrayList<>();
    List<OutputPath> parts = new ArrayList<>();
    for (int from = 0; from < urls.size(); from += MOST_URLS) {
      OutputPath part = new OutputPath(NAME + "-" + (parts.size() + 1) + ".xml");
      int to = Math.min(from + MOST_URLS, urls.size());
      plan.add(new Output.SitemapOutput(part, urls.subList(from, to)));
      parts.add(part);
    }
    plan.addFirst(new Output.SitemapIndexOutput(first, parts));
    return plan;
  }

  private static List<SitemapUrl> urls(List<Output> outputs) {
    List<SitemapUrl> urls = new ArrayList<>();
    for (Output output : outputs) {
      if (output instanceof Output.EntryOutput(Entry entry) && entry.isListed()) {
        urls.add(new SitemapUrl(entry.address(), modified(entry)));
      } else if (output instanceof Output.ListOutput(ListScope scope, ListPage page)
          && page.isFront()
          && !(scope instanceof ListScope.Archives(Period period, _) && period == null)) {
        boolean home =
            scope instanceof ListScope.All && page.address().saveAs().value().equals("index.html");
        if (home) {
          urls.addFirst(new SitemapUrl(new Address("", page.address().saveAs()), null));
        } else {
          urls.add(new SitemapUrl(page.address(), null));
        }
      }
    }
    return urls;
  }

  private static @Nullable ZonedDateTime modified(Entry entry) {
    ZonedDateTime modified = entry.frontMatter().modified();
    return modified == null ? entry.frontMatter().date() : modified;
  }
}
