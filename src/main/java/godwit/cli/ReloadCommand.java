package godwit.cli;

import godwit.control.DaemonCommands;
import godwit.control.Json;
import godwit.control.ReloadResult;
import godwit.control.SiteCommands;
import godwit.control.StatusJson;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `godwit reload`.
@Command(
    name = "reload",
    mixinStandardHelpOptions = true,
    description = "Has the daemon read its settings again.",
    footer = {
      "",
      "If godwit.toml has mistakes they are told, and the settings from before stay.",
      "",
      "Example:",
      "  godwit reload"
    })
final class ReloadCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final PrintStream out;
  private final PrintStream err;

  @Mixin private SiteOptions options = new SiteOptions();

  @SuppressWarnings("UnusedVariable") // DaemonCall reads it
  @Mixin
  private SocketOption daemon = new SocketOption();

  ReloadCommand(Surroundings surroundings) {
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
    ReloadResult result = commands.get().reload();
    if (options.isJson()) {
      Json.print(out, writer -> StatusJson.reload(writer, result));
    }
    return switch (result) {
      case ReloadResult.Reloaded _ -> {
        if (!options.isJson() && !options.isQuiet()) {
          out.println("the daemon has read godwit.toml again");
        }
        yield ExitCode.DONE;
      }
      case ReloadResult.Refused refused -> {
        if (!options.isJson()) {
          Report.diagnostics(err, refused.diagnostics());
          Report.refusal(err, refused.diagnostics(), "the settings are as they were");
        }
        yield ExitCode.USAGE;
      }
    };
  }
}
