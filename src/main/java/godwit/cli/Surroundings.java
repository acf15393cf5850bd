package godwit.cli;

import godwit.build.BuildListener;
import godwit.control.SiteCommands;
import java.io.PrintStream;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Where a command is run: what it prints to, and who does the work.
sealed interface Surroundings {
  /// Gets results.
  PrintStream out();

  /// Gets messages, warnings and errors.
  PrintStream err();

  /// How many columns the terminal has that results go to; empty if they go elsewhere.
  default OptionalInt columns() {
    return switch (this) {
      case Shell shell -> shell.terminal().get();
      case Served _ -> OptionalInt.empty();
    };
  }

  /// A shell: the site is in the current directory or where the arguments say, and what is done is
  /// done by this process.
  ///
  /// @param terminal how many columns the terminal has that results go to
  record Shell(PrintStream out, PrintStream err, Supplier<OptionalInt> terminal)
      implements Surroundings {
    /// A shell without a terminal.
    Shell(PrintStream out, PrintStream err) {
      this(out, err, OptionalInt::empty);
    }
  }

  /// A daemon, which is told the command over its socket.
  ///
  /// @param site the daemon's, for this caller
  /// @param progress is passed on to the caller
  record Served(PrintStream out, PrintStream err, SiteCommands site, BuildListener progress)
      implements Surroundings {}
}
