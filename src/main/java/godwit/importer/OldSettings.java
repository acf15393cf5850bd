package godwit.importer;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.Assignment;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Form;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Nothing;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts settings that Pelican has replaced into those that came after them, by the rules of its
/// `handle_deprecated_settings`. What it only warns of stays, and is told of later.
final class OldSettings {
  /// Old names with the same meaning; those that name one folder became a list.
  private static final Map<String, String> RENAMED =
      Map.of(
          "FEED", "FEED_ATOM",
          "TAG_FEED", "TAG_FEED_ATOM",
          "CATEGORY_FEED", "CATEGORY_FEED_ATOM",
          "TRANSLATION_FEED", "TRANSLATION_FEED_ATOM",
          "EXTRA_TEMPLATES_PATHS", "THEME_TEMPLATES_OVERRIDES",
          "PLUGIN_PATH", "PLUGIN_PATHS",
          "ARTICLE_DIR", "ARTICLE_PATHS",
          "PAGE_DIR", "PAGE_PATHS");

  /// What `CLEAN_URLS` sets. The names of the files stay as they are.
  private static final Map<String, String> CLEAN =
      Map.of(
          "ARTICLE_URL", "{slug}/",
          "ARTICLE_LANG_URL", "{slug}-{lang}/",
          "PAGE_URL", "pages/{slug}/",
          "PAGE_LANG_URL", "pages/{slug}-{lang}/");

  private static final String CLEAN_URLS = "CLEAN_URLS";
  private static final String DIRECT = "PAGINATED_DIRECT_TEMPLATES";
  private static final String PAGINATED = "PAGINATED_TEMPLATES";

  private final Map<String, Assignment> settings = new LinkedHashMap<>();
  private final Notes notes;

  private OldSettings(Map<String, Assignment> given, Notes notes) {
    given.forEach((name, assignment) -> addRenamed(given, assignment));
    this.notes = notes;
  }

  /// The settings without the old ones that are understood.
  ///
  /// @param notes gets what Pelican refuses, and what has no effect beside an old one
  static Map<String, Assignment> replaced(Map<String, Assignment> given, Notes notes) {
    OldSettings old = new OldSettings(given, notes);
    old.paginatedTemplates();
    old.cleanUrls();
    return new OldSubstitutions(old.settings, notes).replaced();
  }

  private void addRenamed(Map<String, Assignment> given, Assignment assignment) {
    String name = assignment.name();
    String now = RENAMED.getOrDefault(name, name);
    PythonValue value = assignment.value();
    if (now.equals(name)) {
      settings.put(name, assignment);
    } else if (!given.containsKey(now)) {
      settings.put(
          now,
          new Assignment(
              now,
              assignment.position(),
              name.endsWith("_DIR")
                  ? PythonValue.sequence(value.position(), Form.LIST, List.of(value))
                  : value));
    }
  }

  /// Each that was named there has pages of the usual size.
  private void paginatedTemplates() {
    Assignment old = settings.get(DIRECT);
    if (old == null
        || !(old.value() instanceof Sequence names)
        || names.unread().isPresent()
        || isUnread(PAGINATED)) {
      return;
    }
    List<Entry> entries = new ArrayList<>();
    Assignment given = settings.get(PAGINATED);
    if (given == null) {
      for (String list : List.of("tag", "category", "author")) {
        entries.add(usual(new Text(old.position(), list)));
      }
    } else if (given.value() instanceof Mapping mapping) {
      entries.addAll(mapping.entries());
    }
    for (PythonValue name : names.elements()) {
      if (entries.stream().noneMatch(entry -> entry.key().shown().equals(name.shown()))) {
        entries.add(usual(name));
      }
    }
    settings.remove(DIRECT);
    settings.put(
        PAGINATED,
        new Assignment(PAGINATED, old.position(), PythonValue.mapping(old.position(), entries)));
  }

  private static Entry usual(PythonValue list) {
    return new Entry(list, new Nothing(list.position()));
  }

  private boolean isUnread(String name) {
    Assignment given = settings.get(name);
    return given != null && given.value().unread().isPresent();
  }

  private void cleanUrls() {
    Assignment old = settings.get(CLEAN_URLS);
    Optional<Boolean> isClean = old == null ? Optional.empty() : old.value().truth();
    if (old == null || isClean.isEmpty()) {
      return;
    }
    settings.remove(CLEAN_URLS);
    if (isClean.get()) {
      CLEAN.forEach((name, url) -> setUrl(name, url, old.position()));
    }
  }

  private void setUrl(String name, String url, SourcePosition position) {
    Assignment given = settings.get(name);
    if (given != null) {
      notes.setting(
          given.position(),
          name + " does not count in Pelican, as CLEAN_URLS sets it to '" + url + "'",
          "take CLEAN_URLS out if it should, and import again");
    }
    settings.put(name, new Assignment(name, position, new Text(position, url)));
  }
}
