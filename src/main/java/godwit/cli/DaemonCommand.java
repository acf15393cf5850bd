package godwit.cli;

import godwit.config.SiteConfig;
import godwit.daemon.DaemonLog;
import godwit.daemon.DaemonServer;
import godwit.daemon.LogFormat;
import godwit.daemon.socket.ControlSocketException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `godwit daemon`.
@Command(
    name = "daemon",
    mixinStandardHelpOptions = true,
    description = "Serves the site's commands on a Unix socket until it is told to stop.",
    footer = {
      "",
      "Whom the permissions of the socket let in can publish, look and roll back:",
      "  curl --unix-socket http.socket http://any/publish",
      "Every other command of Godwit uses the daemon by itself when it is there.",
      "What is due later is published when its time has come.",
      "",
      "It stops at SIGTERM, Ctrl-C and 'godwit shutdown'.",
      "",
      "Example:",
      "  godwit daemon --site /srv/blog"
    })
final class DaemonCommand implements Callable<Integer> {
  /// For whoever sends the signal: systemd and Docker lose patience later.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Surroundings.Shell shell;
  private final PrintStream err;

  @Mixin private SiteOptions options = new SiteOptions();

  @Option(
      names = "--log",
      paramLabel = "FORM",
      description = "Log to standard error as for systemd, or as JSON: systemd (default), json.")
  private String form = "systemd";

  @Option(
      names = "--watch",
      description =
          "Publish whenever a file of the content, the templates or the settings changes.")
  private boolean watch;

  @Spec private CommandSpec spec = CommandSpec.create();

  DaemonCommand(Surroundings.Shell shell) {
    this.shell = shell;
    this.err = shell.err();
  }

  @Override
  public Integer call() throws IOException {
    Optional<SiteConfig> config = options.config(shell);
    if (config.isEmpty()) {
      return ExitCode.USAGE;
    }
    LogFormat format = format();
    DaemonServer.Parts parts =
        new DaemonServer.Parts(
            new ServedCommands(), CommandFactory.OF_SITES, Main.VERSION, System.getenv(), watch);
    try (DaemonLog log = DaemonLog.open(format, err)) {
      DaemonServer server = DaemonServer.start(config.get(), parts, InstantSource.system());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, log), "signal"));
      server.serve();
    } catch (ControlSocketException e) {
      return tell(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }

  private LogFormat format() {
    return switch (form) {
      case "systemd" -> LogFormat.SYSTEMD;
      case "json" -> LogFormat.JSON;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--log takes systemd or json, not '" + form + "'");
    };
  }

  /// At SIGTERM. That the daemon was told to stop is no failure, so its exit code is 0.
  private static void end(DaemonServer server, DaemonLog log) {
    try {
      log.outliveReset();
      server.shutDown();
      boolean ended = server.awaitEnd(PATIENCE.plusSeconds(1));
      Runtime.getRuntime().halt(ended ? ExitCode.DONE : ExitCode.FAILED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int tell(ControlSocketException e) {
    err.println("godwit: " + e.getMessage());
    err.println("  hint: " + e.remedy());
    return switch (e.kind()) {
      case BUSY -> ExitCode.BUSY;
      case NOT_PERMITTED -> ExitCode.NOT_PERMITTED;
      case CONFIG -> ExitCode.USAGE;
      case FAILED -> ExitCode.FAILED;
    };
  }
}
