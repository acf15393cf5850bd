package godwit.importer;

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
    Settings settings = new Settings(KnownParts.of(Leftovers.renamed(given), fates, notes), notes);
    List<TomlEntry> entries = entries(settings);
    if (notes.hasErrors()) {
      return new ImportResult.Refused(notes.sorted());
    }
    return new ImportResult.Imported(
        text(files, new Acceptance(head(files), directory, notes).of(entries)),
        files,
        given.size(),
        notes.sorted());
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
    new PublishKeys(settings, draft, directory).write();
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
