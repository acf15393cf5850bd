package godwit.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A table of fates by names, from a file beside this class.
final class FateTable {
  private final Map<String, Fate> fates;

  private FateTable(Map<String, Fate> fates) {
    this.fates = Collections.unmodifiableMap(fates);
  }

  /// Of Pelican's settings: name, fate, default, words.
  static FateTable settings() {
    return read("pelican-settings.txt", true);
  }

  /// Of plugins: name, fate, words.
  static FateTable plugins() {
    return read("pelican-plugins.txt", false);
  }

  /// Of Python-Markdown's extensions: name, fate, words.
  static FateTable markdownExtensions() {
    return read("markdown-extensions.txt", false);
  }

  Optional<Fate> of(String name) {
    return Optional.ofNullable(fates.get(name));
  }

  Map<String, Fate> all() {
    return fates;
  }

  private static FateTable read(String resource, boolean hasDefaults) {
    Map<String, Fate> fates = new LinkedHashMap<>();
    for (String line : lines(resource)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split(" ?\\| ", -1);
      Fate fate =
          new Fate(
              Fate.Kind.valueOf(columns[1].toUpperCase(Locale.ROOT)),
              hasDefaults ? columns[2] : "",
              columns[columns.length - 1]);
      if (columns.length != (hasDefaults ? 4 : 3) || fates.put(columns[0], fate) != null) {
        throw new IllegalStateException(resource + ": " + line);
      }
    }
    return new FateTable(fates);
  }

  private static List<String> lines(String resource) {
    try (InputStream stream = FateTable.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not in the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
