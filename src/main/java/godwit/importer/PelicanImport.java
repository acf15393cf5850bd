package godwit.importer;

import static java.util.stream.Collectors.toUnmodifiableSet;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.Assignment;
import godwit.importer.python.ModuleReader;
import godwit.importer.python.PythonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Reads `pelicanconf.py` and `publishconf.py` and says what the `godwit.toml` of the same site is.
public final class PelicanImport {
  /// The settings for writing; what is published is set by [#PUBLISHED] over them.
  public static final String SETTINGS = "pelicanconf.py";

  public static final String PUBLISHED = "publishconf.py";

  private final Path directory;
  private final FateTable fates = FateTable.settings();
  private final Notes notes = new Notes();

  private PelicanImport(Path directory) {
    this.directory = directory;
  }

  /// Imports a blog.
  ///
  /// @param directory that of `pelicanconf.py`, absolute and without symbolic links
  public static ImportResult read(Path directory) throws IOException {
    return new PelicanImport(directory).read();
  }

  private ImportResult read() throws IOException {
    ModuleReader modules = new ModuleReader(directory);
    List<String> files = new ArrayList<>(List.of(SETTINGS));
    Map<String, Assignment> given;
    try {
      given = new LinkedHashMap<>(modules.settings(SETTINGS));
      if (Files.isRegularFile(directory.resolve(PUBLISHED))) {
        given.putAll(modules.settings(PUBLISHED));
        files.add(PUBLISHED);
      }
    } catch (PythonException e) {
      return new ImportResult.Refused(List.of(e.diagnostic()));
    }
    notes.addAll(modules.notes());
    Settings settings =
        new Settings(KnownParts.of(OldSettings.replaced(given, notes), fates, notes), notes);
    List<TomlEntry> entries = entries(settings);
    if (notes.hasErrors()) {
      return new ImportResult.Refused(notes.sorted());
    }
    List<TomlEntry> accepted = new Acceptance(head(files), directory, notes).of(entries);
    return new ImportResult.Imported(
        text(files, accepted), files, taken(settings, accepted), notes.sorted());
  }

  /// How many settings became keys, none of which was refused as a whole.
  private int taken(Settings settings, List<TomlEntry> entries) {
    Set<SourcePosition> refused =
        entries.stream()
            .filter(entry -> entry.refused() != null)
            .flatMap(entry -> Stream.ofNullable(entry.origin()))
            .collect(toUnmodifiableSet());
    return (int)
        new Leftovers(fates, notes)
            .taken(settings).stream()
                .flatMap(name -> settings.position(name).stream())
                .filter(position -> !refused.contains(position))
                .distinct()
                .count();
  }

  private List<TomlEntry> entries(Settings settings) throws IOException {
    Draft draft = new Draft(settings);
    ContentPlace place = ContentPlace.of(directory, settings, notes);
    new SiteKeys(settings, notes, draft).write();
    new FolderKeys(settings, notes, draft, place).write();
    new ContentKeys(settings, notes, draft, place).write();
    new SlugKeys(settings, notes, draft).write();
    MarkdownKeys markdown = new MarkdownKeys(settings, notes, draft);
    markdown.write();
    markdown.tellOfPlugins();
    new ReaderKeys(settings, notes, draft, place).write();
    new UrlKeys(settings, notes, draft).write();
    new PaginationKeys(settings, notes, draft).write();
    new CompanionKeys(settings, draft, markdown.plugins()).write();
    new FeedKeys(settings, draft, notes).write();
    new PublishKeys(settings, notes, draft, directory).write();
    new Locales(settings, notes).check();
    new Leftovers(fates, notes).tell(settings);
    return draft.entries();
  }

  private static List<String> head(List<String> files) {
    return List.of(
        "Made by 'godwit import pelican' from " + String.join(" and ", files) + ".",
        "What is not written here is as Godwit does it unless told otherwise.");
  }

  private static String text(List<String> files, List<TomlEntry> entries) {
    return TomlWriter.write(head(files), entries).text();
  }
}
