package godwit.cli;

import godwit.control.DaemonCommands;
import godwit.control.Json;
import godwit.control.SiteCommands;
import godwit.control.StatusJson;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `godwit shutdown`.
@Command(
    name = "shutdown",
    mixinStandardHelpOptions = true,
    description = "Has the daemon stop.",
    footer = {
      "",
      "A swap that has begun is finished, a rendering is cancelled.",
      "",
      "Example:",
      "  godwit shutdown"
    })
final class ShutdownCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final PrintStream out;
  private final PrintStream err;

  @Mixin private SiteOptions options = new SiteOptions();

  @SuppressWarnings("UnusedVariable") // DaemonCall reads it
  @Mixin
  private SocketOption daemon = new SocketOption();

  ShutdownCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.out = surroundings.out();
    this.err = surroundings.err();
  }

  @Override
  public Integer call() throws IOException {
    Optional<SiteCommands> site = options.open(surroundings);
    if (site.isEmpty()) {
      return ExitCode.USAGE;
    }
    Optional<DaemonCommands> commands = site.get().daemon();
    if (commands.isEmpty()) {
      err.println("godwit: no daemon is listening for the site " + site.get().config().directory());
      return ExitCode.UNREACHABLE;
    }
    commands.get().shutDown();
    if (options.isJson()) {
      Json.print(out, StatusJson::ok);
    } else if (!options.isQuiet()) {
      out.println("the daemon stops");
    }
    return ExitCode.DONE;
  }
}
