package godwit.config;

import godwit.diagnostic.SourcePosition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Where the site is published, what is kept, what is refused and what is run after it
/// (`[publish]`).
///
/// @param target the directory above the served one, relative to the site directory or absolute
/// @param strategy how a new release takes the place of the one that is served
/// @param keep how many releases are kept, the live one included, at least 3
/// @param carry how long files that pages of earlier releases refer to stay reachable
/// @param maxRemoved by how many per cent the number of pages may fall
/// @param removedPages what it is that a page that was live is gone
/// @param after what is run after each publish, in this order
public record PublishSettings(
    String target,
    Strategy strategy,
    int keep,
    Duration carry,
    int maxRemoved,
    RemovedPages removedPages,
    List<After> after) {
  public PublishSettings {
    after = List.copyOf(after);
  }

  /// How a new release takes the place of the one that is served.
  public enum Strategy {
    EXCHANGE,
    SYMLINK,
    RENAME
  }

  /// What it is that a page that was live is gone and its address leads nowhere.
  public enum RemovedPages {
    ERROR,
    WARN,
    OFF
  }

  /// A command that is run after a publish (`[[publish.after]]`).
  ///
  /// @param command the program and its arguments, at least the program
  /// @param timeout after which it is stopped
  /// @param directory in which it runs, absolute
  /// @param position where it stands in `godwit.toml`
  public record After(
      List<String> command, Duration timeout, Path directory, SourcePosition position) {
    public After {
      command = List.copyOf(command);
      if (command.isEmpty()) {
        throw new IllegalArgumentException("no command");
      }
    }
  }
}
