package godwit.config;

import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The text of `godwit.toml`, from disk.
final class ConfigFile {
  /// Far more than anybody writes by hand, and little enough to read without a thought.
  private static final int MOST_BYTES = 4 << 20;

  private ConfigFile() {}

  /// The text without a byte order mark, or empty if it cannot be had; then there is an error.
  static Optional<String> read(Path file, String name, Diagnostics diagnostics) {
    try {
      if (Files.isDirectory(file)) {
        refuse(name, "it is a directory, not a file", null, diagnostics);
      } else if (Files.size(file) > MOST_BYTES) {
        refuse(name, "it is larger than 4 MiB", null, diagnostics);
      } else {
        return decode(Files.readAllBytes(file), name, diagnostics);
      }
    } catch (NoSuchFileException e) {
      String hint = "run 'godwit init' to begin a site here, or go to the directory of one";
      refuse(name, "no such file", hint, diagnostics);
    } catch (AccessDeniedException e) {
      String hint = "let the user who runs godwit read it";
      refuse(name, "permission to read it is denied", hint, diagnostics);
    } catch (IOException e) {
      refuse(name, "it cannot be read: " + e.getMessage(), null, diagnostics);
    }
    return Optional.empty();
  }

  private static void refuse(
      String name, String message, @Nullable String hint, Diagnostics diagnostics) {
    diagnostics.error(SourcePosition.ofFile(name), "config-file", message, hint);
  }

  private static Optional<String> decode(byte[] bytes, String name, Diagnostics diagnostics) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      // The decoder stops in front of the byte that it cannot read.
      String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      diagnostics.error(
          new SourcePosition(name, line, column),
          "config-encoding",
          "byte 0x%02X is not UTF-8".formatted(bytes[in.position()] & 0xFF),
          "save the file as UTF-8");
      return Optional.empty();
    }
  }
}
