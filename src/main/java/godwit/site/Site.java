package godwit.site;

import godwit.config.SiteConfig;
import godwit.output.OutputPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The whole site as of one instant, ready to be rendered.
///
/// @param asOf the instant by which dates are judged
/// @param entries every article and page, sorted by source path
/// @param groups the same by kind and status
/// @param taxonomies the terms that listed articles have, by name
/// @param companions the series, and the related articles
/// @param due what is left out because it is dated later than `asOf`, the next first
/// @param expiring what is on the site and is to be taken down later, by its expiry, the next first
/// @param outputs every file the site will have, by path, no two alike
/// @param assets the names by which pages load files that have a name that changes with their
///   bytes, by the path of the plain file
/// @param links by which addresses are found
public record Site(
    SiteConfig config,
    Instant asOf,
    List<Entry> entries,
    EntryGroups groups,
    Map<Taxonomy, List<TermArticles>> taxonomies,
    Map<Article, Integer> positions,
    Companions companions,
    List<Due> due,
    List<Due> expiring,
    List<Output> outputs,
    Map<String, OutputPath> assets,
    LinkIndex links) {

  public Site {
    entries = List.copyOf(entries);
    due = List.copyOf(due);
    expiring = List.copyOf(expiring);
    outputs = List.copyOf(outputs);
    assets = Map.copyOf(assets);
  }

  /// The same site with copies of files under names that change with their bytes.
  ///
  /// @param copies by the path of the plain file
  Site withAssets(Map<String, Output.FingerprintOutput> copies) {
    Map<String, OutputPath> names = new HashMap<>();
    copies.forEach((plain, copy) -> names.put(plain, copy.path()));
    List<Output> all = new ArrayList<>(outputs);
    all.addAll(copies.values());
    all.sort(Comparator.comparing(Output::path));
    return new Site(
        config,
        asOf,
        entries,
        groups,
        taxonomies,
        positions,
        companions,
        due,
        expiring,
        all,
        names,
        links);
  }

  /// The file that the site has at a path; empty if it has none.
  public Optional<Output> output(OutputPath path) {
    int low = 0;
    int high = outputs.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Output output = outputs.get(middle);
      int order = output.path().compareTo(path);
      if (order == 0) {
        return Optional.of(output);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /// The listed originals, in the order of the lists.
  public List<Article> articles() {
    return groups.articles().originals();
  }

  /// The listed originals, in the order of the lists.
  public List<Page> pages() {
    return groups.pages().originals();
  }

  /// The terms of a taxonomy that listed articles have, by name.
  public List<TermArticles> terms(Taxonomy taxonomy) {
    return taxonomies.getOrDefault(taxonomy, List.of());
  }

  /// The same entry in other languages.
  public List<Entry> translationsOf(Entry entry) {
    return groups.translationsOf(entry);
  }

  /// How the lists of articles go by their dates, but for the archives.
  public ListOrder order() {
    return ListOrder.of(config.content().lists().articleOrder());
  }

  /// The article before this one in the list, or null.
  public @Nullable Article previous(Article article) {
    Integer position = positions.get(article);
    return position == null || position == 0 ? null : articles().get(position - 1);
  }

  /// The article after this one in the list, or null.
  public @Nullable Article next(Article article) {
    Integer position = positions.get(article);
    return position == null || position == articles().size() - 1
        ? null
        : articles().get(position + 1);
  }

  /// The newer neighbour in the list; null if there is none, or the list does not go by date.
  public @Nullable Article newer(Article article) {
    return order().newer(previous(article), next(article));
  }

  /// The older neighbour in the list; null if there is none, or the list does not go by date.
  public @Nullable Article older(Article article) {
    return order().older(previous(article), next(article));
  }

  /// How many files the site has, those that have a second name counted once.
  public int fileCount() {
    return outputs.size() - assets.size();
  }

  /// A link to an address of the site from anywhere on it: its path on the host.
  public String href(Address address) {
    return UrlEncoding.path(config.site().basePath() + "/" + address.url());
  }

  /// The whole URL of an address. @throws IllegalStateException if the site's URL is not known
  public String permalink(Address address) {
    if (config.site().url().isEmpty()) {
      throw new IllegalStateException("the site has no URL");
    }
    return config.site().url() + UrlEncoding.path("/" + address.url());
  }
}
