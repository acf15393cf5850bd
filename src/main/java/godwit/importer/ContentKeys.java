package godwit.importer;

import godwit.config.ConfigKey;
import godwit.diagnostic.SourcePosition;
import godwit.importer.TomlValue.Flag;
import godwit.importer.TomlValue.Text;
import godwit.importer.TomlValue.Texts;
import godwit.importer.TomlValue.Whole;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Nothing;
import godwit.importer.python.PythonValue.Sequence;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes `[content]`, but for its folders.
final class ContentKeys {
  private static final String DATE_IN_NAME = "(?P<date>\\d{4}-\\d{2}-\\d{2}).*";

  /// The fields that say where a static file goes, the stronger first.
  private static final List<String> PLACES = List.of("save_as", "path");

  private final Settings settings;
  private final Notes notes;
  private final Draft draft;
  private final ContentPlace place;

  ContentKeys(Settings settings, Notes notes, Draft draft, ContentPlace place) {
    this.settings = settings;
    this.notes = notes;
    this.draft = draft;
    this.place = place;
  }

  void write() {
    draft.put(
        "content.default-category",
        new Text(settings.text("DEFAULT_CATEGORY", "misc")),
        "DEFAULT_CATEGORY");
    draft.put(
        "content.folder-as-category",
        new Flag(settings.truth("USE_FOLDER_AS_CATEGORY", true)),
        "USE_FOLDER_AS_CATEGORY");
    defaultDate();
    future();
    summaries();
    order();
    nameMetadata();
    defaultMetadata();
    pathMetadata();
    headingFirst();
  }

  private void defaultDate() {
    PythonValue value = settings.value("DEFAULT_DATE").orElse(null);
    if (value instanceof Sequence parts) {
      List<Integer> numbers = new ArrayList<>();
      for (PythonValue part : parts.elements()) {
        numbers.add(settings.number("DEFAULT_DATE", part, -1));
      }
      if (numbers.size() == 1) {
        numbers.add(0); // which is no month, as told below
      }
      numbers.addAll(List.of(0, 0, 0, 0, 0));
      try {
        LocalDateTime date =
            LocalDateTime.of(
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5));
        String iso = date + (date.getSecond() == 0 ? ":00" : "");
        draft.put("content.default-date", new Text(iso), "DEFAULT_DATE");
      } catch (DateTimeException e) {
        notes.wrong(
            parts.position(), "DEFAULT_DATE: there is no such date", "write (2026, 3, 1, 9, 30)");
      }
    } else {
      String date = settings.text("DEFAULT_DATE", "");
      draft.put(
          "content.default-date", new Text(date.equals("fs") ? "file" : date), "DEFAULT_DATE");
    }
  }

  private void future() {
    boolean isPublished = settings.truth("WITH_FUTURE_DATES", true);
    List<String> comments =
        isPublished
            ? List.of(
                "As in Pelican, articles dated in the future are published at once. Without this",
                "line they appear by themselves when they are due.")
            : List.of(
                "As in Pelican, articles dated in the future are drafts, which who knows the",
                "address can read. Without this line they appear by themselves when they are due.");
    draft.put(
        "content.future",
        new Text(isPublished ? "publish" : "draft"),
        comments,
        List.of("WITH_FUTURE_DATES"));
  }

  private void summaries() {
    draft.put("content.summary-words", summaryWords(), "SUMMARY_MAX_LENGTH");
    draft.put(
        "content.summary-paragraphs",
        new Whole(settings.number("SUMMARY_MAX_PARAGRAPHS", 0)),
        "SUMMARY_MAX_PARAGRAPHS");
    draft.put(
        "content.summary-end",
        new Text(settings.text("SUMMARY_END_SUFFIX", "…")),
        "SUMMARY_END_SUFFIX");
    PythonValue fields = settings.value("FORMATTED_FIELDS").orElse(null);
    if (fields instanceof PythonValue.Text) {
      settings.texts("FORMATTED_FIELDS", List.of()); // tells that it is no list
    }
    List<String> names =
        fields instanceof PythonValue.Text
            ? List.of("summary")
            : settings.texts("FORMATTED_FIELDS", List.of("summary"));
    List<SourcePosition> places =
        settings.elements("FORMATTED_FIELDS", names).stream()
            .map(Settings.Element::position)
            .toList();
    draft.putParts("content.formatted-fields", new Texts(names), places, "FORMATTED_FIELDS");
  }

  /// In Pelican `None` is the whole text, and a number that is not positive is no text.
  private TomlValue summaryWords() {
    PythonValue value = settings.value("SUMMARY_MAX_LENGTH").orElse(null);
    if (value instanceof Nothing) {
      return new Whole(0);
    }
    boolean isNegative =
        value instanceof PythonValue.WholeNumber number && number.value().signum() < 0;
    int words = isNegative ? 0 : settings.number("SUMMARY_MAX_LENGTH", 50);
    return words == 0 ? new Text("none") : new Whole(words);
  }

  private void order() {
    draft.put(
        "content.article-order",
        new Text(settings.text("ARTICLE_ORDER_BY", "reversed-date")),
        "ARTICLE_ORDER_BY");
    draft.put(
        "content.page-order",
        new Text(settings.text("PAGE_ORDER_BY", "basename")),
        "PAGE_ORDER_BY");
    boolean isReversed = settings.truth("REVERSE_CATEGORY_ORDER", false);
    draft.put(
        "content.category-order",
        new Text(isReversed ? "reversed-name" : "name"),
        "REVERSE_CATEGORY_ORDER");
    boolean isNewestFirst = settings.truth("NEWEST_FIRST_ARCHIVES", true);
    draft.put(
        "content.archive-order",
        new Text(isNewestFirst ? "reversed-date" : "date"),
        "NEWEST_FIRST_ARCHIVES");
    for (String kind : List.of("ARTICLE", "PAGE")) {
      String name = kind + "_TRANSLATION_ID";
      Optional<PythonValue> value = settings.value(name);
      List<String> fields =
          value.isEmpty()
              ? List.of("slug")
              : value.get() instanceof Sequence || value.get() instanceof Nothing
                  ? settings.texts(name, value.get()).orElse(List.of())
                  : List.of(settings.text(name, "slug"));
      draft.put(
          "content." + (kind.equals("PAGE") ? "page" : "article") + "-translation-id",
          new Texts(fields.stream().filter(field -> !field.isEmpty()).toList()),
          name);
    }
  }

  private void nameMetadata() {
    if (!settings.text("FILENAME_METADATA", DATE_IN_NAME).equals(DATE_IN_NAME)) {
      expression("content.filename-metadata", "FILENAME_METADATA");
    }
    String path = settings.text("PATH_METADATA", "");
    if (path.replace("\\", "").matches("\\(\\?P<path_no_ext>\\.\\*\\)\\.\\.\\*")) {
      settings
          .position("PATH_METADATA")
          .ifPresent(
              position ->
                  notes.unneeded(
                      position,
                      "PATH_METADATA is not needed",
                      "Godwit knows {path_no_ext} without it"));
    } else if (!path.isEmpty()) {
      expression("content.path-metadata", "PATH_METADATA");
    }
  }

  /// In Pelican a heading is never a title.
  private void headingFirst() {
    boolean isTitled =
        List.of("FILENAME_METADATA", "PATH_METADATA").stream()
                .anyMatch(name -> settings.text(name, "").contains("(?P<title>"))
            || settings.entries("DEFAULT_METADATA").stream().anyMatch(this::isTitle)
            || settings.entries("EXTRA_PATH_METADATA").stream()
                .map(Entry::value)
                .filter(Mapping.class::isInstance)
                .flatMap(fields -> ((Mapping) fields).entries().stream())
                .anyMatch(this::isTitle);
    if (isTitled) {
      draft.add(
          "content.heading-first",
          new Flag(false),
          List.of("In Pelican a heading is no title."),
          List.of());
    }
  }

  private boolean isTitle(Entry entry) {
    return entry.key() instanceof PythonValue.Text text && text.value().equals("title");
  }

  private void expression(String key, String name) {
    PythonValue value = settings.value(name).orElse(null);
    if (value != null) {
      Expression.translated(name, value.position(), settings.text(name, ""), notes)
          .ifPresent(java -> draft.put(key, new Text(java), name));
    }
  }

  private void pathMetadata() {
    Map<String, TomlValue> files = new LinkedHashMap<>();
    Map<String, SourcePosition> places = new LinkedHashMap<>();
    for (Entry entry : settings.entries("EXTRA_PATH_METADATA")) {
      String path = settings.plain("EXTRA_PATH_METADATA", entry.key());
      if (path == null || !(entry.value() instanceof Mapping fields)) {
        settings.wrongType("EXTRA_PATH_METADATA", entry.value(), "a dict for each path");
      } else {
        Map<String, String> metadata = metadata("EXTRA_PATH_METADATA", fields.entries());
        String file = place.below(path);
        if (file.isEmpty()) {
          notes.setting(
              entry.key().position(),
              "EXTRA_PATH_METADATA: what is said of all files is left out",
              "write it into content.default-metadata");
        } else if (!metadata.isEmpty()) {
          tellOfFolder(file, metadata, entry.key().position());
          files.put(file, TomlValue.table(metadata));
          places.put(file, entry.key().position());
        }
      }
    }
    draft.putParts(
        "content.metadata",
        new TomlValue.Table(files),
        List.copyOf(places.values()),
        "EXTRA_PATH_METADATA");
  }

  /// Godwit takes the place of a static file from an entry of its own only.
  private void tellOfFolder(String path, Map<String, String> metadata, SourcePosition position) {
    boolean isStatic =
        draft.texts(ConfigKey.CONTENT_STATIC).stream()
            .anyMatch(folder -> (path + "/").startsWith(folder.isEmpty() ? "" : folder + "/"));
    Optional<String> file =
        PLACES.stream().filter(metadata::containsKey).findFirst().map(metadata::get);
    if (isStatic && file.isPresent() && place.isFolder(path)) {
      notes.setting(
          position,
          "EXTRA_PATH_METADATA: '%s' is a folder, whose files Pelican writes to the one '%s', and"
                  .formatted(path, file.get())
              + " Godwit where they would be without it",
          "name each file: [content.metadata.\"" + path + "/…\"]");
    }
  }

  /// A category in `DEFAULT_METADATA` has no effect in Pelican.
  private void defaultMetadata() {
    List<Entry> entries = settings.entries("DEFAULT_METADATA");
    Map<String, String> metadata = metadata("DEFAULT_METADATA", entries);
    metadata.remove("category");
    List<SourcePosition> places =
        metadata.keySet().stream().map(field -> placeOf(field, entries)).toList();
    draft.putParts(
        "content.default-metadata", TomlValue.table(metadata), places, "DEFAULT_METADATA");
  }

  private SourcePosition placeOf(String field, List<Entry> entries) {
    return entries.stream()
        .map(Entry::key)
        .filter(key -> field.equals(settings.plain("DEFAULT_METADATA", key)))
        .findFirst()
        .orElseThrow()
        .position();
  }

  /// Fields and their values. Lists are written with commas, as in headers.
  private Map<String, String> metadata(String name, List<Entry> entries) {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String field = settings.plain(name, entry.key());
      String value =
          entry.value() instanceof Sequence list
              ? String.join(", ", settings.texts(name, list).orElse(List.of()))
              : settings.plain(name, entry.value());
      if (field == null || value == null) {
        SourcePosition position = entry.value().position();
        notes.setting(
            position,
            name + ": " + entry.key().shown() + " is left out, as its value is not text",
            "write the value as text");
      } else {
        metadata.put(field, value);
      }
    }
    return metadata;
  }
}
