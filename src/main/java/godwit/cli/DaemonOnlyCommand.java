package godwit.cli;

import godwit.control.DaemonCommands;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/// A command that only a daemon can carry out.
abstract class DaemonOnlyCommand extends SiteCommand {
  @Mixin SocketOption daemon = new SocketOption(); // DaemonCall reads it

  DaemonOnlyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /// What a command has the daemon do.
  interface DaemonWork {
    /// @return the exit code
    int run(DaemonCommands daemon) throws IOException;
  }

  /// Has the daemon of the site do something.
  ///
  /// @return the exit code; [ExitCode#UNREACHABLE] if there is none, which has been told
  final int onDaemon(DaemonWork work) throws IOException {
    return onSite(
        site -> {
          Optional<DaemonCommands> commands = site.daemon();
          if (commands.isEmpty()) {
            err.println("godwit: no daemon is listening for the site " + site.config().directory());
            err.println(
                "  hint: if daemon.socket was changed since the daemon was started, name the place"
                    + " from before with --socket");
            return ExitCode.UNREACHABLE;
          }
          return work.run(commands.get());
        });
  }
}
