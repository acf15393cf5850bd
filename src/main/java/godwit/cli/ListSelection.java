package godwit.cli;

import godwit.config.NearestNames;
import godwit.content.Document;
import godwit.diagnostic.Printable;
import godwit.site.Due;
import godwit.site.Entry;
import godwit.site.Site;
import godwit.site.Taxonomy;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What of a site meets the conditions of a [ListFilter].
final class ListSelection {
  private final Site site;
  private final List<Condition> conditions = new ArrayList<>();
  private final List<String> notFound = new ArrayList<>();

  ListSelection(Site site, ListFilter filter) {
    this.site = site;
    filter.status().ifPresent(s -> add(document -> document.frontMatter().status() == s));
    filter.category().ifPresent(name -> term(Taxonomy.CATEGORY, name));
    filter.tag().ifPresent(name -> term(Taxonomy.TAG, name));
    filter.language().ifPresent(this::language);
  }

  /// A condition for what is on the site, and for what will be.
  private record Condition(Predicate<Entry> ofEntry, Predicate<Document> ofDue) {}

  /// Whether an article or a page is listed.
  boolean has(Entry entry) {
    return conditions.stream().allMatch(condition -> condition.ofEntry().test(entry));
  }

  /// What is due later and would be listed, the next first.
  List<Due> due() {
    return site.due().stream()
        .filter(due -> conditions.stream().allMatch(c -> c.ofDue().test(due.document())))
        .toList();
  }

  /// Tells of conditions that name what the site has nothing of, which are slips more often than
  /// not.
  void tellOfUnknown(PrintStream err) {
    notFound.forEach(line -> err.println(Printable.of(line)));
  }

  private void add(Predicate<Document> condition) {
    conditions.add(new Condition(entry -> condition.test(entry.document()), condition));
  }

  private void term(Taxonomy taxonomy, String wanted) {
    TermNames names = new TermNames(site, taxonomy);
    Set<String> slugs = names.slugs(wanted);
    conditions.add(
        new Condition(entry -> names.has(entry, slugs), document -> names.has(document, slugs)));
    if (slugs.isEmpty()) {
      notFound("no article has the " + taxonomy.singular(), wanted, names.hint(wanted));
    }
  }

  private void language(String wanted) {
    Set<String> languages = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    site.entries().forEach(entry -> languages.add(entry.frontMatter().language()));
    site.due().forEach(due -> languages.add(due.document().frontMatter().language()));
    add(document -> document.frontMatter().language().equalsIgnoreCase(wanted));
    if (!languages.contains(wanted)) {
      List<String> nearest = NearestNames.of(wanted, languages);
      notFound(
          "nothing is in the language",
          wanted,
          nearest.isEmpty() ? Optional.empty() : Optional.of(NearestNames.question(nearest)));
    }
  }

  private void notFound(String what, String wanted, Optional<String> hint) {
    notFound.add("godwit: warning: " + what + " '" + wanted + "'");
    hint.ifPresent(h -> notFound.add("  hint: " + h));
  }
}
