package godwit.cli;

import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.control.DaemonCommands;
import godwit.control.Json;
import godwit.control.ReloadResult;
import godwit.control.SiteCommands;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of every command that works on a site.
final class SiteOptions {
  private static final String CONFIG_FILE = "godwit.toml";

  @Option(
      names = {"-C", "--site"},
      paramLabel = "DIR",
      description =
          "The site directory; otherwise this one, or the nearest above with a godwit.toml.")
  private @Nullable Path directory;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but warnings and errors.")
  private boolean quiet;

  @Option(names = "--json", description = "Print the result as JSON, for programs.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  private boolean isRead;
  private Optional<SiteConfig> config = Optional.empty();

  boolean isQuiet() {
    return quiet;
  }

  boolean isJson() {
    return json;
  }

  /// The site to work on.
  ///
  /// @return empty if its settings cannot be used, which has been told then
  Optional<SiteCommands> open(Surroundings surroundings) {
    return switch (surroundings) {
      case Surroundings.Shell shell -> config(shell).map(LocalSite::new);
      case Surroundings.Served served -> Optional.of(served.site());
    };
  }

  /// Reads the settings, once, and prints what is wrong with them.
  ///
  /// @return empty if they cannot be used
  Optional<SiteConfig> config(Surroundings.Shell shell) {
    if (!isRead) {
      isRead = true;
      config = read(shell.out(), shell.err());
    }
    return config;
  }

  /// The site directory, symbolic links resolved; empty if there is none here.
  Optional<Path> siteDirectory() throws IOException {
    Path file = configFile();
    return Files.exists(file) ? Optional.of(realParent(file)) : Optional.empty();
  }

  private static Path realParent(Path file) throws IOException {
    return file.toAbsolutePath().resolveSibling("").toRealPath();
  }

  private Optional<SiteConfig> read(PrintStream out, PrintStream err) {
    Path file = configFile();
    if (directory != null && !Files.isDirectory(directory)) {
      throw new ParameterException(
          spec.commandLine(), "there is no directory " + directory.toAbsolutePath().normalize());
    }
    if (!Files.exists(file)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no godwit.toml in "
              + file.toAbsolutePath().normalize().getParent()
              + "; go to a site, name one with --site, or make one with 'godwit init'");
    }
    Diagnostics diagnostics = new Diagnostics();
    Optional<SiteConfig> read = ConfigReader.read(file, diagnostics);
    List<Diagnostic> found = diagnostics.sorted();
    if (read.isEmpty()) {
      wrong(found, out, err);
    }
    return read;
  }

  private void wrong(List<Diagnostic> found, PrintStream out, PrintStream err) {
    if (json) {
      Json.print(out, writer -> Json.failure(writer, "config", found));
    } else {
      Report.diagnostics(err, found);
    }
  }

  /// Has a daemon go by the settings that are in the file now.
  ///
  /// @return false if they are wrong, which has been told then
  boolean follow(SiteCommands site, PrintStream out, PrintStream err) throws IOException {
    Optional<DaemonCommands> daemon = site.daemon();
    Optional<ReloadResult> read = daemon.isEmpty() ? Optional.empty() : daemon.get().follow();
    return switch (read.orElse(null)) {
      case ReloadResult.Refused refused -> {
        wrong(refused.diagnostics(), out, err);
        yield false;
      }
      case ReloadResult.Reloaded reloaded -> {
        Report.needRestart(err, reloaded);
        yield true;
      }
      case null -> true;
    };
  }

  private Path configFile() {
    if (directory != null) {
      return directory.resolve(CONFIG_FILE);
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path above = here; above != null; above = above.getParent()) {
      if (Files.exists(above.resolve(CONFIG_FILE))) {
        return above.resolve(CONFIG_FILE);
      }
    }
    return here.resolve(CONFIG_FILE);
  }
}
