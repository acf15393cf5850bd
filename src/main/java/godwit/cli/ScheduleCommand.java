package godwit.cli;

import godwit.control.Json;
import godwit.control.ScheduleResult;
import godwit.control.SiteCommands;
import godwit.control.StatusJson;
import godwit.diagnostic.Printable;
import godwit.diagnostic.Severity;
import godwit.publish.Schedule;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
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
final class ScheduleCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final PrintStream out;
  private final PrintStream err;

  @Mixin private SiteOptions options = new SiteOptions();

  @SuppressWarnings("UnusedVariable") // DaemonCall reads it
  @Mixin
  private DaemonOptions daemon = new DaemonOptions();

  ScheduleCommand(Surroundings surroundings) {
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
    ScheduleResult result = schedule(site.get());
    if (options.isJson()) {
      Json.print(out, writer -> StatusJson.schedule(writer, result));
    } else {
      Report.diagnostics(err, result.diagnostics());
      if (!options.isQuiet()) {
        print(result.schedule());
      }
    }
    boolean hasErrors = result.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
    return hasErrors ? ExitCode.SITE_ERRORS : ExitCode.DONE;
  }

  private ScheduleResult schedule(SiteCommands site) throws IOException {
    return switch (surroundings) {
      case Surroundings.Shell shell -> {
        try (ProgressBar bar = ProgressBar.on(shell.err(), options)) {
          yield site.schedule(bar);
        }
      }
      case Surroundings.Served served -> site.schedule(served.progress());
    };
  }

  private void print(Schedule schedule) {
    if (schedule.items().isEmpty()) {
      out.println("nothing is due");
    }
    for (Schedule.Item item : schedule.items()) {
      out.println(
          "%s  %s  %s".formatted(item.time(), item.event().label(), Printable.of(item.source())));
    }
  }
}
