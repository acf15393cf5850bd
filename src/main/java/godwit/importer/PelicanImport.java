package godwit.importer;

import godwit.config.ConfigReader;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.importer.python.Assignment;
import godwit.importer.python.ModuleReader;
import godwit.importer.python.PythonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads `pelicanconf.py` and `publishconf.py` and says what the `godwit.toml` of the same site is.
public final class PelicanImport {
  /// The settings for writing; what is published is set by [#PUBLISHED] over them.
  public static final String SETTINGS = "pelicanconf.py";

  public static final String PUBLISHED = "publishconf.py";

  private final Path directory;
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
    Settings settings = new Settings(Leftovers.renamed(given), notes);
    List<TomlEntry> entries = entries(settings);
    if (notes.hasErrors()) {
      return new ImportResult.Refused(notes.sorted());
    }
    return new ImportResult.Imported(
        text(files, accepted(files, entries)), files, given.size(), notes.sorted());
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
    new Leftovers(FateTable.settings(), notes).tell(settings);
    return draft.entries();
  }

  /// The entries, as comments those that the reader of `godwit.toml` refuses, which is told.
  private List<TomlEntry> accepted(List<String> files, List<TomlEntry> entries) {
    List<TomlEntry> accepted = entries;
    // Each round turns one entry more into a comment at least.
    for (int round = 0; round <= entries.size(); round++) {
      TomlWriter.Written written = TomlWriter.write(head(files), accepted);
      Diagnostics diagnostics = new Diagnostics();
      ConfigReader.read(written.text(), directory, diagnostics);
      Map<TomlEntry, String> refused = new HashMap<>();
      for (Diagnostic wrong : diagnostics.sorted()) {
        TomlEntry entry =
            written
                .entryAt(wrong.position().line())
                .filter(e -> e.refused() == null)
                .orElseThrow(() -> new IllegalStateException(wrong + "\n" + written.text()));
        if (refused.put(entry, "Not taken over: " + wrong.message()) == null) {
          notes.setting(
              entry.origin() == null ? SourcePosition.ofFile(SETTINGS) : entry.origin(),
              "not taken over"
                  + (wrong.message().startsWith(entry.key()) ? "" : " as " + entry.key())
                  + ": "
                  + wrong.message(),
              wrong.hint() == null ? "write it into godwit.toml in another form" : wrong.hint());
        }
      }
      if (refused.isEmpty()) {
        return accepted;
      }
      accepted =
          accepted.stream()
              .map(entry -> refused.containsKey(entry) ? entry.refused(refused.get(entry)) : entry)
              .toList();
    }
    throw new IllegalStateException("refused keys without end");
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
