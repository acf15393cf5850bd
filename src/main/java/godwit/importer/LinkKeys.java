package godwit.importer;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the menu and the links of `[site]`. Pelican hands these settings to the theme without a
/// look, so they have any form that a theme takes: what is no title with an address is left out.
final class LinkKeys {
  private final Settings settings;
  private final Notes notes;
  private final Draft draft;

  LinkKeys(Settings settings, Notes notes, Draft draft) {
    this.settings = settings;
    this.notes = notes;
    this.draft = draft;
  }

  void write() {
    links("site.menu", "MENUITEMS");
    links("site.links", "LINKS");
    links("site.social", "SOCIAL");
  }

  private void links(String key, String name) {
    List<Map<String, String>> links = new ArrayList<>();
    List<SourcePosition> places = new ArrayList<>();
    for (PythonValue entry : entries(key, name)) {
      link(key, name, entry)
          .ifPresent(
              link -> {
                links.add(link);
                places.add(entry.position());
              });
    }
    draft.putParts(key, TomlValue.tables(links), places, name);
  }

  /// The entries, those of a dict as pairs.
  private List<PythonValue> entries(String key, String name) {
    PythonValue value = settings.value(name).orElse(null);
    if (value == null || value.truth().equals(Optional.of(false))) {
      return List.of();
    }
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(
              entry ->
                  PythonValue.sequence(
                      entry.key().position(),
                      PythonValue.Form.TUPLE,
                      List.of(entry.key(), entry.value())))
          .toList();
    }
    if (value instanceof Sequence sequence) {
      tellOfMore(name, sequence);
      return sequence.elements();
    }
    notes.setting(
        value.position(),
        name + " is neither a list nor a dict: nothing of it is taken over",
        byHand(key));
    return List.of();
  }

  private void tellOfMore(String name, Sequence sequence) {
    boolean hasMore =
        sequence.elements().stream()
            .anyMatch(row -> row instanceof Sequence parts && parts.elements().size() > 2);
    if (hasMore) {
      settings
          .position(name)
          .ifPresent(
              position ->
                  notes.setting(
                      position,
                      name + ": only the title and the address of each are taken over",
                      "what else the theme made of them belongs into a template"));
    }
  }

  private Optional<Map<String, String>> link(String key, String name, PythonValue entry) {
    boolean isPair = entry instanceof Sequence parts && parts.elements().size() >= 2;
    List<PythonValue> pair =
        isPair && entry instanceof Sequence parts ? parts.elements() : List.of();
    @Nullable String title = isPair ? settings.plain(name, pair.get(0)) : null;
    @Nullable String url = isPair ? settings.plain(name, pair.get(1)) : null;
    if (title == null || url == null) {
      notes.setting(
          entry.position(),
          name
              + ": "
              + (title == null ? "an entry" : "'" + oneLine(title) + "'")
              + " is left out, as it is no title with an address",
          byHand(key));
    } else if (title.isBlank()) {
      notes.setting(entry.position(), name + ": a link without a title is left out", byHand(key));
    } else if (url.isBlank()) {
      notes.setting(
          entry.position(),
          name + ": a link without an address is left out",
          "write it under [[" + key + "]] in godwit.toml; the address of the front page is /");
    } else {
      Map<String, String> link = new LinkedHashMap<>();
      link.put("title", oneLine(title));
      link.put("url", url.strip());
      return Optional.of(link);
    }
    return Optional.empty();
  }

  private static String byHand(String key) {
    return "write it as title and url under [[" + key + "]] in godwit.toml, or into a template";
  }

  /// As HTML shows it.
  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\u0085\u2028\u2029]+", " ").strip();
  }
}
