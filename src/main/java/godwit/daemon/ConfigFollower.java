package godwit.daemon;

import godwit.control.ReloadResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Sees when `godwit.toml` is not what was read last. Any thread may ask.
final class ConfigFollower {
  private final Path file;
  private final Supplier<ReloadResult> reload;

  /// What stood in it; empty if it could not be read.
  private Optional<ByteBuffer> known;

  private Optional<ReloadResult> refused = Optional.empty();

  /// @param file has just been read
  /// @param reload reads it again
  ConfigFollower(Path file, Supplier<ReloadResult> reload) {
    this.file = file;
    this.reload = reload;
    this.known = content();
  }

  /// Reads it again if it has changed.
  ///
  /// @return what came of it, also when one that is refused has not changed; empty if the settings
  ///   that hold are those in the file
  synchronized Optional<ReloadResult> follow() {
    return content().equals(known) ? refused : Optional.of(read());
  }

  /// Reads it again.
  synchronized ReloadResult read() {
    known = content();
    ReloadResult result = reload.get();
    refused =
        switch (result) {
          case ReloadResult.Reloaded _ -> Optional.empty();
          case ReloadResult.Refused _ -> Optional.of(result);
        };
    return result;
  }

  private Optional<ByteBuffer> content() {
    try {
      return Optional.of(ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      return Optional.empty(); // reading it as settings tells why
    }
  }
}
