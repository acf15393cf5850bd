package godwit.cli;

import godwit.control.DaemonCommands;
import godwit.control.Json;
import godwit.control.ReloadResult;
import godwit.control.StatusJson;
import java.io.IOException;
import picocli.CommandLine.Command;

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
final class ReloadCommand extends DaemonOnlyCommand {
  ReloadCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    return onDaemon(this::reload);
  }

  private int reload(DaemonCommands commands) throws IOException {
    ReloadResult result = commands.reload();
    if (options.isJson()) {
      Json.print(out, writer -> StatusJson.reload(writer, result));
    }
    return switch (result) {
      case ReloadResult.Reloaded reloaded -> {
        if (!options.isJson() && !options.isQuiet()) {
          out.println("the daemon has read godwit.toml again");
        }
        if (!options.isJson()) {
          Report.needRestart(err, reloaded);
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
