package godwit.daemon;

import godwit.control.ReloadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// Sees when `godwit.toml` is not what was read last. Any thread may ask.
final class ConfigFollower {
  /// Where there is no file: no settings are as these.
  private static final byte[] NOTHING = {0};

  private final Path file;
  private final Supplier<ReloadResult> reload;
  private byte[] known;
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
    return Arrays.equals(content(), known) ? refused : Optional.of(read());
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

  private byte[] content() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return NOTHING.clone(); // reading it as settings tells why
    }
  }
}
