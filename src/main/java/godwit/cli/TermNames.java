package godwit.cli;

import godwit.config.NearestNames;
import godwit.config.Substitution.TooManySteps;
import godwit.content.Document;
import godwit.content.FrontMatter;
import godwit.content.Kind;
import godwit.site.Article;
import godwit.site.Due;
import godwit.site.Entry;
import godwit.site.Site;
import godwit.site.Slugger;
import godwit.site.Taxonomy;
import godwit.site.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// The categories or tags of a site's articles, with every spelling of their names; those of what
/// is due later are among them.
final class TermNames {
  private final Taxonomy taxonomy;
  private final Slugger slugger;
  private final String usualCategory;
  private final Map<String, String> slugs = new LinkedHashMap<>(); // by name

  /// @param taxonomy [Taxonomy#CATEGORY] or [Taxonomy#TAG]
  TermNames(Site site, Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.slugger = new Slugger(site.config().slugs());
    this.usualCategory = site.config().content().metadata().category();
    for (Entry entry : site.entries()) {
      if (entry instanceof Article article) {
        terms(article).forEach(term -> slugs.put(term.name(), term.slug()));
      }
    }
    for (Due due : site.due()) {
      names(due.document()).forEach(name -> slugs.computeIfAbsent(name, this::slug));
    }
  }

  /// The slugs of what somebody calls so: a name as it is spelt, a name or a slug in other
  /// capitals, or else what has the same slug as that name would have. Empty if there is nothing of
  /// it.
  Set<String> slugs(String wanted) {
    List<BiPredicate<String, String>> ways =
        List.of(
            (name, slug) -> name.equals(wanted) || slug.equals(wanted),
            (name, slug) -> name.equalsIgnoreCase(wanted) || slug.equalsIgnoreCase(wanted),
            (_, slug) -> slug.equals(slug(wanted)));
    return ways.stream()
        .map(way -> slugs(way))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(Set.of());
  }

  private Set<String> slugs(BiPredicate<String, String> way) {
    return slugs.entrySet().stream()
        .filter(term -> way.test(term.getKey(), term.getValue()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  /// `did you mean mud?` where a name is near; one spelling of each term.
  Optional<String> hint(String wanted) {
    Map<String, String> nearest = new LinkedHashMap<>();
    for (String name : NearestNames.of(wanted, slugs.keySet())) {
      nearest.putIfAbsent(slugs.getOrDefault(name, name), name);
    }
    return nearest.isEmpty()
        ? Optional.empty()
        : Optional.of(NearestNames.question(List.copyOf(nearest.values())));
  }

  /// Whether an entry has one of the terms. @param wanted their slugs
  boolean has(Entry entry, Set<String> wanted) {
    return entry instanceof Article article
        && terms(article).stream().anyMatch(term -> wanted.contains(term.slug()));
  }

  /// Whether what is due later has one of the terms. @param wanted their slugs
  boolean has(Document document, Set<String> wanted) {
    return names(document).stream().anyMatch(name -> wanted.contains(slug(name)));
  }

  private List<Term> terms(Article article) {
    return switch (taxonomy) {
      case CATEGORY -> List.of(article.category());
      case TAG -> article.tags();
      case AUTHOR -> article.authors();
    };
  }

  private List<String> names(Document document) {
    FrontMatter frontMatter = document.frontMatter();
    if (document.source().kind() != Kind.ARTICLE) {
      return List.of();
    }
    return switch (taxonomy) {
      case CATEGORY -> {
        String category = frontMatter.category();
        yield List.of(category == null ? usualCategory : category);
      }
      case TAG -> frontMatter.tags();
      case AUTHOR -> frontMatter.authors();
    };
  }

  private String slug(String name) {
    try {
      return slugger.of(taxonomy, name);
    } catch (TooManySteps e) {
      return name; // the site has no such term then
    }
  }
}
