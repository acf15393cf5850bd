package godwit.cli;

import godwit.build.BuildListener;
import godwit.control.SiteCommands;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// A command that works on a site, in a shell or in a daemon.
abstract class SiteCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  /// Gets results.
  final PrintStream out;

  /// Gets messages, warnings and errors.
  final PrintStream err;

  @Mixin SiteOptions options = new SiteOptions(); // DaemonCall reads it, too

  SiteCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.out = surroundings.out();
    this.err = surroundings.err();
  }

  /// What a command does with the site.
  interface Work {
    /// @return the exit code
    int run(SiteCommands site) throws IOException;
  }

  /// Opens the site and works on it.
  ///
  /// @return the exit code; [ExitCode#USAGE] if the settings cannot be used, which has been told
  final int onSite(Work work) throws IOException {
    Optional<SiteCommands> site = options.open(surroundings);
    return site.isEmpty() ? ExitCode.USAGE : work.run(site.get());
  }

  /// The same for a command that builds the site. A daemon goes by the settings that stand in the
  /// file now.
  final int onBuiltSite(Work work) throws IOException {
    return onSite(site -> options.follow(site, out, err) ? work.run(site) : ExitCode.USAGE);
  }

  /// How many columns the terminal has that results go to; empty if they go elsewhere.
  final OptionalInt columns() {
    return surroundings.columns();
  }

  /// What takes its time.
  interface Tracked<R> {
    R run(BuildListener progress) throws IOException;
  }

  /// Does something, and shows meanwhile how far it is.
  final <R> R showingProgress(Tracked<R> work) throws IOException {
    return switch (surroundings) {
      case Surroundings.Shell shell -> {
        try (ProgressBar bar = ProgressBar.on(shell.err(), options)) {
          yield work.run(bar);
        }
      }
      case Surroundings.Served served -> work.run(served.progress());
    };
  }
}
