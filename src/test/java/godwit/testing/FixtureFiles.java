package godwit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Files of fixtures whose names are not ASCII. In the repository they are percent-encoded, as in a
/// URL, so that they come out of every checkout alike, whatever the locale and the file system's
/// normal form.
public final class FixtureFiles {
  private FixtureFiles() {}

  /// The path that a path in the repository stands for.
  public static String decode(String stored) {
    return URLDecoder.decode(stored.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// How a path is called in the repository.
  public static String encode(String path) {
    StringBuilder stored = new StringBuilder();
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      if (unit < ' ' || unit == '%') { // bytes of other letters are negative
        stored.append("%%%02X".formatted(unit));
      } else {
        stored.append((char) unit);
      }
    }
    return stored.toString();
  }

  /// Copies a fixture under the names that are meant.
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> sources = Files.walk(from)) {
      sources
          .filter(Files::isRegularFile)
          .forEach(
              source -> {
                try {
                  Path target = to.resolve(decode(from.relativize(source).toString()));
                  Files.createDirectories(target.getParent());
                  Files.deleteIfExists(target);
                  Files.copy(source, target);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
