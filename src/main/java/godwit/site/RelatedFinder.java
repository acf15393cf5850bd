package godwit.site;

import godwit.config.LinkSettings.LinkCheck;
import godwit.config.SiteConfig;
import godwit.content.MetadataField;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the articles that others lead on to: those that the header names (`related`, in Pelican's
/// plugin `related_posts`), or those that share the most and the rarest tags ([RelatedByTags]).
/// Only listed articles of the same language are related to anything.
final class RelatedFinder {
  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparing(
              (Entry entry) -> EntryFields.date(entry, "date"),
              Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(entry -> entry.document().source().path());

  private final SiteConfig config;
  private final Map<String, String> leftOut;
  private final Diagnostics diagnostics;

  /// @param leftOut see [LinkIndex#leftOut]
  RelatedFinder(SiteConfig config, Map<String, String> leftOut, Diagnostics diagnostics) {
    this.config = config;
    this.leftOut = leftOut;
    this.diagnostics = diagnostics;
  }

  /// @param listed articles, in all languages
  /// @param all articles, those that no list shows too
  Map<Article, List<Article>> find(List<Article> listed, List<Article> all) {
    Map<Article, List<Article>> related = new HashMap<>();
    Map<String, List<Article>> candidates = new HashMap<>();
    listed.stream()
        .sorted(NEWEST_FIRST)
        .forEach(
            article ->
                candidates
                    .computeIfAbsent(article.frontMatter().language(), _ -> new ArrayList<>())
                    .add(article));
    Map<String, List<Article>> subjects = new HashMap<>();
    for (Article article : all) {
      subjects
          .computeIfAbsent(article.frontMatter().language(), _ -> new ArrayList<>())
          .add(article);
    }
    subjects.forEach(
        (language, ofLanguage) ->
            new InLanguage(candidates.getOrDefault(language, List.of()))
                .addTo(related, ofLanguage));
    return related;
  }

  /// The articles of one language.
  private final class InLanguage {
    private final Map<String, Article> bySlug = new HashMap<>();
    private final Map<String, Article> byPath = new HashMap<>();
    private final RelatedByTags byTags;

    InLanguage(List<Article> candidates) {
      for (Article article : candidates) {
        bySlug.putIfAbsent(article.slug(), article);
        byPath.put(article.document().source().path(), article);
      }
      this.byTags = new RelatedByTags(candidates, NEWEST_FIRST);
    }

    void addTo(Map<Article, List<Article>> related, List<Article> subjects) {
      for (Article subject : subjects) {
        MetadataField given = given(subject);
        List<Article> found =
            given == null ? byTags.of(subject, config.related().items()) : named(subject, given);
        if (!found.isEmpty()) {
          related.put(subject, found);
        }
      }
    }

    private List<Article> named(Article subject, MetadataField given) {
      List<Article> named = new ArrayList<>();
      for (String name : given.items()) {
        Article article = bySlug.get(name);
        String path = path(subject, name);
        if (article == null && path != null) {
          article = byPath.get(path);
        }
        if (article == null || article.equals(subject)) {
          report(given, name, path, article);
        } else if (!named.contains(article)) {
          named.add(article);
        }
      }
      return named;
    }

    /// As in links where it begins with `{filename}`; else below the content directory.
    private static @Nullable String path(Article subject, String name) {
      LinkTarget target = LinkTarget.parse(name);
      return target.isSourceFile() ? target.sourcePath(subject.document().source().path()) : name;
    }
  }

  private static @Nullable MetadataField given(Article article) {
    for (String name : List.of("related", "related_posts")) {
      MetadataField field = article.frontMatter().metadata().field(name);
      if (field != null && !field.items().isEmpty()) {
        return field;
      }
    }
    return null;
  }

  /// It is a link of a kind, and as bad as others that lead nowhere.
  private void report(
      MetadataField given, String name, @Nullable String path, @Nullable Article itself) {
    LinkCheck check = config.links().check();
    if (check == LinkCheck.OFF) {
      return;
    }
    String reason = leftOut.get(String.valueOf(path));
    if (reason != null && reason.isEmpty()) {
      return; // it has a diagnostic of its own
    }
    diagnostics.add(
        new Diagnostic(
            check == LinkCheck.WARN ? Severity.WARNING : Severity.ERROR,
            "unknown-related",
            given.position(),
            itself != null
                ? "'" + name + "' is the article itself"
                : reason != null
                    ? "the related article '" + name + "' is not on the site: " + reason
                    : "no listed article of this language is '" + name + "'",
            "name an article by its slug, or by its file's path below the content directory"));
  }
}
