package godwit.content.highlight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The code in `src/test/resources/highlight`: a file `<language>.txt` each, and beside it what it
/// is to become, `<language>.html`.
record Samples(Path directory) {
  static final Samples ALL = new Samples(Path.of("src/test/resources/highlight"));

  List<String> languages() {
    try (var files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - ".txt".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String code(String language) {
    return read(language + ".txt");
  }

  String html(String language) {
    return read(language + ".html");
  }

  /// For `-Dgodwit.overwrite=true`, to be looked at in the diff.
  void overwriteHtml(String language, String html) throws IOException {
    Files.writeString(directory.resolve(language + ".html"), html);
  }

  private String read(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
