package godwit.cli;

import godwit.control.Json;
import godwit.control.ScheduleResult;
import godwit.control.SiteCommands;
import godwit.control.StatusJson;
import godwit.diagnostic.Printable;
import godwit.diagnostic.Severity;
import godwit.publish.Schedule;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `godwit schedule`.
@Command(
    name = "schedule",
    mixinStandardHelpOptions = true,
    description = "Lists what becomes due when: what appears, and what expires.",
    footer = {
      "",
      "Example:",
      "  godwit schedule",
      "  godwit schedule --json | jq -r '.schedule[].at'"
    })
final class ScheduleCommand extends SiteCommand {
  @Mixin DaemonOptions daemon = new DaemonOptions(); // DaemonCall reads it

  ScheduleCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    return onBuiltSite(this::list);
  }

  private int list(SiteCommands site) throws IOException {
    ScheduleResult result = showingProgress(site::schedule);
    if (options.isJson()) {
      Json.print(out, writer -> StatusJson.schedule(writer, result));
    } else {
      Report.diagnostics(err, result.diagnostics());
      if (!options.isQuiet()) {
        print(result);
      }
    }
    boolean hasErrors = result.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
    return hasErrors ? ExitCode.SITE_ERRORS : ExitCode.DONE;
  }

  private void print(ScheduleResult result) {
    if (result.schedule().items().isEmpty()) {
      out.println("nothing is due");
    }
    for (Schedule.Item item : result.schedule().items()) {
      String mark = result.unseen().contains(item) ? "  (no publish has seen it yet)" : "";
      out.println(
          "%s  %s  %s%s"
              .formatted(item.time(), item.event().label(), Printable.of(item.source()), mark));
    }
  }
}
