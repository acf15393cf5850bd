package godwit.importer;

import godwit.diagnostic.SourcePosition;
import godwit.importer.TomlValue.Flag;
import godwit.importer.TomlValue.Text;
import godwit.importer.TomlValue.Texts;
import godwit.importer.python.PythonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the keys of `[content]` that say where what is.
final class FolderKeys {
  /// How many files a message names.
  private static final int MOST_NAMES = 5;

  /// What Pelican passes over unless told otherwise.
  private static final String USUAL_IGNORED = ".#*";

  private final Settings settings;
  private final Notes notes;
  private final Draft draft;
  private final ContentPlace place;

  /// Where the elements of lists were written, by the names of the settings.
  private final Map<String, Map<String, SourcePosition>> positions = new HashMap<>();

  FolderKeys(Settings settings, Notes notes, Draft draft, ContentPlace place) {
    this.settings = settings;
    this.notes = notes;
    this.draft = draft;
    this.place = place;
  }

  void write() throws IOException {
    draft.put("content.path", new Text(place.path()), place.comments(), List.of("PATH"));
    List<String> articles = paths("ARTICLE_PATHS", List.of(""));
    List<String> pages = paths("PAGE_PATHS", List.of("pages"));
    List<String> articleExcludes = excludes("ARTICLE_EXCLUDES");
    List<String> pageExcludes = excludes("PAGE_EXCLUDES");
    articles.stream().filter(pages::contains).forEach(this::tellOfBoth);
    put("content.articles", articles, "ARTICLE_PATHS");
    put(
        "content.article-excludes",
        with(articleExcludes, pagesToExclude(pages, pageExcludes, articles)),
        "ARTICLE_EXCLUDES",
        "PAGE_EXCLUDES");
    put("content.pages", pages, "PAGE_PATHS");
    put(
        "content.page-excludes",
        with(pageExcludes, articlesToExclude(articles, pages)),
        "PAGE_EXCLUDES",
        "ARTICLE_PATHS",
        "PAGE_PATHS");
    List<String> staticFolders = paths("STATIC_PATHS", List.of("images"));
    HiddenFiles hidden =
        new HiddenFiles(
            place.directory().resolve(place.path()),
            settings.texts("IGNORE_FILES", List.of(USUAL_IGNORED)),
            with(staticFolders, namedInMetadata()));
    statics(staticFolders, excludes("STATIC_EXCLUDES"), hidden);
    tellOfHiddenTexts("ARTICLE_PATHS", hidden.texts(articles, with(articleExcludes, pages)));
    tellOfHiddenTexts("PAGE_PATHS", hidden.texts(pages, pageExcludes));
    draft.put(
        "content.static-sources",
        new Flag(!settings.truth("STATIC_EXCLUDE_SOURCES", true)),
        "STATIC_EXCLUDE_SOURCES");
    ignore();
  }

  /// @param names of the settings; what the first does not hold was written where that is
  private void put(String key, List<String> values, String... names) {
    Map<String, SourcePosition> places = positions.getOrDefault(names[0], Map.of());
    SourcePosition position = position(names[0]);
    draft.putParts(
        key,
        new Texts(values),
        values.stream().map(value -> places.getOrDefault(value, position)).toList(),
        names);
  }

  private List<String> paths(String name, List<String> fallback) {
    return texts(name, fallback, path -> Optional.of(place.below(path.text())));
  }

  /// The texts of a list as `godwit.toml` has them, whose places are kept for [#put].
  private List<String> texts(
      String name,
      List<String> fallback,
      Function<Settings.Element, Optional<String>> translation) {
    List<String> texts = new ArrayList<>();
    for (Settings.Element element : settings.elements(name, fallback)) {
      Optional<String> text = translation.apply(element);
      text.ifPresent(texts::add);
      text.ifPresent(
          translated ->
              positions
                  .computeIfAbsent(name, any -> new HashMap<>())
                  .putIfAbsent(translated, element.position()));
    }
    return texts;
  }

  private SourcePosition position(String name) {
    return settings.position(name).orElse(SourcePosition.ofFile(PelicanImport.SETTINGS));
  }

  /// In Pelican only folders are excluded.
  private List<String> excludes(String name) {
    List<String> folders = new ArrayList<>();
    for (String path : paths(name, List.of())) {
      if (Files.isRegularFile(place.directory().resolve(place.path()).resolve(path))) {
        notes.setting(
            positions.getOrDefault(name, Map.of()).getOrDefault(path, position(name)),
            name + ": '" + path + "' is a file, and Pelican excludes folders only",
            "add it to content."
                + name.toLowerCase(Locale.ROOT).replace('_', '-')
                + " in godwit.toml, where files count, if it is meant");
      } else {
        folders.add(path);
      }
    }
    return folders;
  }

  private static List<String> with(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    more.stream().filter(path -> !all.contains(path)).forEach(all::add);
    return all;
  }

  /// In Pelican what is in a folder of pages is no article, be it a page or excluded from them.
  private static List<String> pagesToExclude(
      List<String> pages, List<String> pageExcludes, List<String> articles) {
    return pages.stream()
        .filter(folder -> !folder.isEmpty() && !articles.contains(folder))
        .filter(folder -> pageExcludes.stream().anyMatch(path -> path.startsWith(folder + "/")))
        .toList();
  }

  /// In Pelican what is a folder of articles is none of pages.
  private static List<String> articlesToExclude(List<String> articles, List<String> pages) {
    return articles.stream()
        .filter(folder -> !folder.isEmpty() && !pages.contains(folder))
        .filter(
            folder ->
                pages.stream().anyMatch(path -> path.isEmpty() || folder.startsWith(path + "/")))
        .toList();
  }

  /// Pelican makes an article and a page of each file there.
  private void tellOfBoth(String folder) {
    SourcePosition position =
        settings
            .position("PAGE_PATHS")
            .or(() -> settings.position("ARTICLE_PATHS"))
            .orElse(SourcePosition.ofFile(PelicanImport.SETTINGS));
    notes.setting(
        position,
        "PAGE_PATHS and ARTICLE_PATHS both name "
            + (folder.isEmpty() ? "the whole content" : "'" + folder + "'")
            + ": Godwit takes what is there for pages",
        "name the folders of articles and of pages apart: content.articles and content.pages");
  }

  private void statics(List<String> folders, List<String> excludes, HiddenFiles hidden)
      throws IOException {
    HiddenFiles.Statics found = hidden.statics(folders, excludes);
    put("content.static", with(folders, found.served()), "STATIC_PATHS");
    put("content.static-excludes", excludes, "STATIC_EXCLUDES");
    tellOfHidden(
        found.others(),
        "STATIC_PATHS",
        "hidden files, keys and backups are not published: ",
        "name those in content.static that everybody may read");
  }

  private void tellOfHiddenTexts(String setting, List<String> texts) {
    tellOfHidden(
        texts,
        setting,
        "hidden texts are not published: ",
        "rename those that everybody may read, or the folders that they are in");
  }

  private List<String> namedInMetadata() {
    return settings.entries("EXTRA_PATH_METADATA").stream()
        .flatMap(
            entry ->
                entry.key() instanceof PythonValue.Text path
                    ? Stream.of(place.below(path.value()))
                    : Stream.empty())
        .toList();
  }

  private void tellOfHidden(List<String> paths, String setting, String message, String hint) {
    if (paths.isEmpty()) {
      return;
    }
    int more = paths.size() - MOST_NAMES;
    String names =
        paths.stream()
            .limit(MOST_NAMES)
            .map(path -> place.path() + "/" + path)
            .collect(Collectors.joining(", "));
    notes.content(
        position(setting), message + names + (more > 0 ? " and " + more + " more" : ""), hint);
  }

  /// Pelican's own pattern is for the locks of editors, which Godwit never reads.
  private void ignore() {
    put("content.ignore", texts("IGNORE_FILES", List.of(), this::pattern), "IGNORE_FILES");
  }

  private Optional<String> pattern(Settings.Element element) {
    String python = element.text();
    if (python.isEmpty() || python.equals(USUAL_IGNORED)) {
      return Optional.empty();
    }
    Optional<String> pattern = Glob.of(python);
    if (pattern.isEmpty()) {
      notes.setting(
          element.position(),
          "IGNORE_FILES: '" + python + "' fits no name and is left out",
          "a range is like [a-z], and a name has no '/'; write what is meant into content.ignore");
    }
    return pattern;
  }
}
