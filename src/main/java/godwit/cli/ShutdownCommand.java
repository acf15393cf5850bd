package godwit.cli;

import godwit.control.DaemonCommands;
import godwit.control.Json;
import godwit.control.StatusJson;
import java.io.IOException;
import picocli.CommandLine.Command;

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
final class ShutdownCommand extends DaemonOnlyCommand {
  ShutdownCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    return onDaemon(this::shutDown);
  }

  private int shutDown(DaemonCommands commands) {
    commands.shutDown();
    if (options.isJson()) {
      Json.print(out, StatusJson::ok);
    } else if (!options.isQuiet()) {
      out.println("the daemon stops");
    }
    return ExitCode.DONE;
  }
}
