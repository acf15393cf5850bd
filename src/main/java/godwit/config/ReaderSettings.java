package godwit.config;

import godwit.diagnostic.SourcePosition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The programs that turn files into HTML which Godwit does not read itself (`[readers.rst]`).
///
/// @param byExtension the program for each extension, without its dot
public record ReaderSettings(Map<String, Converter> byExtension) {
  public ReaderSettings {
    byExtension = Map.copyOf(byExtension);
  }

  /// A program that reads a file's text and prints HTML.
  ///
  /// @param command the program and its arguments
  /// @param timeout after which it is stopped
  /// @param position of the command in `godwit.toml`
  public record Converter(List<String> command, Duration timeout, SourcePosition position) {
    public Converter {
      command = List.copyOf(command);
    }
  }

  /// The program for a file, if there is one. @param fileName or its path
  public Optional<Converter> of(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return Optional.ofNullable(byExtension.get(fileName.substring(dot + 1)));
  }

  /// How long the slowest of them may take.
  public Duration longest() {
    return byExtension.values().stream()
        .map(Converter::timeout)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
