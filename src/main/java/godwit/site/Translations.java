package godwit.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the entries that are one text in several languages: those with the same slug. One of them
/// is the original, which lists show; the others are reached from it. (Pelican's
/// `process_translations`.)
final class Translations<E extends Entry> {
  private final List<E> originals = new ArrayList<>();
  private final Map<Entry, List<Entry>> others = new HashMap<>();

  private Translations() {}

  /// @param entries of one kind and status, in a fixed order
  /// @param siteLanguage in which the original is if it has that language at all
  static <E extends Entry> Translations<E> of(List<E> entries, String siteLanguage) {
    Translations<E> translations = new Translations<>();
    Map<String, List<E>> bySlug = new LinkedHashMap<>();
    for (E entry : entries) {
      bySlug.computeIfAbsent(entry.slug(), slug -> new ArrayList<>(1)).add(entry);
    }
    for (List<E> group : bySlug.values()) {
      translations.add(group, siteLanguage);
    }
    return translations;
  }

  private void add(List<E> group, String siteLanguage) {
    Map<String, E> byLanguage = new HashMap<>();
    for (E entry : group) {
      E first = byLanguage.putIfAbsent(entry.frontMatter().language(), entry);
      if (first != null) {
        // Both stand on the site if their addresses differ; they are no translations of each other.
        originals.add(entry);
      }
    }
    List<E> texts =
        group.stream()
            .filter(entry -> entry.equals(byLanguage.get(entry.frontMatter().language())))
            .toList();
    E original = texts.getFirst();
    for (E entry : texts) {
      if (rank(entry, siteLanguage) < rank(original, siteLanguage)) {
        original = entry;
      }
    }
    originals.add(original);
    for (E entry : texts) {
      if (texts.size() > 1) {
        others.put(
            entry,
            texts.stream().filter(other -> !other.equals(entry)).map(Entry.class::cast).toList());
      }
    }
  }

  private static int rank(Entry entry, String siteLanguage) {
    boolean marked = entry.frontMatter().translation();
    return (marked ? 2 : 0) + (entry.frontMatter().language().equals(siteLanguage) ? 0 : 1);
  }

  List<E> originals() {
    return originals;
  }

  Map<Entry, List<Entry>> others() {
    return others;
  }
}
