package godwit.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The entries of one kind and status: the originals, which lists show, and their translations,
/// which are reached from them.
///
/// @param originals in the order of the lists
/// @param translations the oldest first
/// @param others of an entry that is there in several languages, those in the other ones
public record EntryGroup<E extends Entry>(
    List<E> originals, List<E> translations, Map<Entry, List<Entry>> others) {
  public EntryGroup {
    originals = List.copyOf(originals);
    translations = List.copyOf(translations);
    others = new HashMap<>(others); // entries have no order that a copy could keep
  }
}
