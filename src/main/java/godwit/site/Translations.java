package godwit.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Finds the entries that are one text in several languages. The original is the one in the site's
/// language that is not marked as a translation; where there is none of these, each that is not
/// marked stands for itself. (Pelican's `process_translations`.)
final class Translations {
  private final List<String> identity;
  private final String siteLanguage;

  /// @param identity the fields that are the same in all languages; nothing is a translation if
  ///   there are none
  /// @param siteLanguage in which the original is if it has that language at all
  Translations(List<String> identity, String siteLanguage) {
    this.identity = identity;
    this.siteLanguage = siteLanguage;
  }

  /// @param entries of one kind and status
  /// @param order of the lists
  <E extends Entry> EntryGroup<E> group(List<E> entries, EntryOrder order) {
    List<E> sorted = entries.stream().sorted(byIdentity(entries)).toList();
    if (identity.isEmpty()) {
      return new EntryGroup<>(order.sort(sorted), List.of(), Map.of());
    }
    Map<String, List<E>> texts = new TreeMap<>();
    for (E entry : entries) {
      texts.computeIfAbsent(identity(entry), _ -> new ArrayList<>(1)).add(entry);
    }
    Set<Entry> originals = new HashSet<>(entries.size() * 2);
    Map<Entry, List<Entry>> others = new HashMap<>();
    for (List<E> text : texts.values()) {
      originals.addAll(originals(text));
      if (text.size() > 1) {
        addOthers(text, others);
      }
    }
    return new EntryGroup<>(
        order.sort(sorted.stream().filter(originals::contains).toList()),
        entries.stream()
            .filter(entry -> !originals.contains(entry))
            .sorted(EntryOrder.OLDEST_FIRST)
            .toList(),
        others);
  }

  /// By the fields that tell translations if all have them, else by slug.
  private Comparator<Entry> byIdentity(List<? extends Entry> entries) {
    Comparator<Entry> bySlug =
        Comparator.comparing(Entry::slug).thenComparing(entry -> entry.document().source().path());
    boolean isBySlug = identity.isEmpty() || identity.equals(List.of("slug"));
    return isBySlug || entries.stream().anyMatch(this::lacksIdentity)
        ? bySlug
        : Comparator.<Entry, String>comparing(this::identity).thenComparing(bySlug);
  }

  private boolean lacksIdentity(Entry entry) {
    return identity.stream().anyMatch(field -> EntryFields.text(entry, field) == null);
  }

  /// Of an entry that lacks such a field nothing else is a translation.
  private String identity(Entry entry) {
    StringBuilder values = new StringBuilder();
    for (String field : identity) {
      String value = EntryFields.text(entry, field);
      values.append('\n').append(value == null ? "\n" + entry.document().source().path() : value);
    }
    return values.toString();
  }

  private <E extends Entry> List<E> originals(List<E> text) {
    if (text.size() == 1) {
      return text;
    }
    List<E> unmarked = text.stream().filter(entry -> !entry.frontMatter().translation()).toList();
    List<E> candidates = unmarked.isEmpty() ? text : unmarked;
    List<E> inSiteLanguage =
        candidates.stream()
            .filter(entry -> entry.frontMatter().language().equals(siteLanguage))
            .toList();
    return inSiteLanguage.isEmpty() ? candidates : inSiteLanguage;
  }

  /// Two in one language are not translations of each other.
  private static <E extends Entry> void addOthers(List<E> text, Map<Entry, List<Entry>> others) {
    for (E entry : text) {
      List<Entry> inOthers = new ArrayList<>(text.size() - 1);
      for (E other : text) {
        if (!other.frontMatter().language().equals(entry.frontMatter().language())) {
          inOthers.add(other);
        }
      }
      others.put(entry, inOthers);
    }
  }
}
