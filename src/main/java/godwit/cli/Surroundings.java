package godwit.cli;

import godwit.build.BuildListener;
import godwit.control.SiteCommands;
import java.io.PrintStream;

/// Where a command is run: what it prints to, and who does the work.
sealed interface Surroundings {
  /// Gets results.
  PrintStream out();

  /// Gets messages, warnings and errors.
  PrintStream err();

  /// A shell: the site is in the current directory or where the arguments say, and what is done is
  /// done by this process.
  record Shell(PrintStream out, PrintStream err) implements Surroundings {}

  /// A daemon, which is told the command over its socket.
  ///
  /// @param site the daemon's, for this caller
  /// @param progress is passed on to the caller
  record Served(PrintStream out, PrintStream err, SiteCommands site, BuildListener progress)
      implements Surroundings {}
}
