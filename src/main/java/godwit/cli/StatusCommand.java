package godwit.cli;

import godwit.control.DaemonStatus;
import godwit.control.Json;
import godwit.control.SiteCommands;
import godwit.control.SiteStatus;
import godwit.control.StatusJson;
import godwit.diagnostic.Printable;
import java.io.IOException;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `godwit status`.
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows what is live, and what the daemon is at.",
    footer = {"", "Times are in the zone of the site.", "", "Example:", "  godwit status"})
final class StatusCommand extends SiteCommand {
  @Mixin DaemonOptions daemon = new DaemonOptions(); // DaemonCall reads it

  StatusCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    return onSite(this::show);
  }

  private int show(SiteCommands site) throws IOException {
    SiteStatus status = site.status();
    if (options.isJson()) {
      Json.print(out, writer -> StatusJson.status(writer, status));
    } else if (!options.isQuiet()) {
      print(status, site.config().site().zone());
    }
    return ExitCode.DONE;
  }

  private void print(SiteStatus status, ZoneId zone) {
    out.println("site:    " + status.site());
    out.println("target:  " + status.target());
    out.println("swap:    " + status.strategy().label());
    status
        .live()
        .ifPresentOrElse(
            live ->
                out.println(
                    "live:    release %s, made %s by %s (%s)"
                        .formatted(
                            live.id(),
                            ReleasesCommand.minute(live.by().since(), zone),
                            live.by().user(),
                            live.by().command())),
            () -> out.println("live:    nothing that Godwit published"));
    status
        .daemon()
        .ifPresentOrElse(
            daemon -> print(daemon, zone), () -> out.println("daemon:  none is listening"));
  }

  private void print(DaemonStatus daemon, ZoneId zone) {
    out.println(
        "daemon:  process %d, since %s, at %s"
            .formatted(
                daemon.pid(), ReleasesCommand.minute(daemon.since(), zone), daemon.socket()));
    daemon
        .running()
        .ifPresentOrElse(
            running ->
                out.println(
                    "running: %s for %s, since %s%s"
                        .formatted(
                            running.command(),
                            running.user(),
                            ReleasesCommand.minute(running.since(), zone),
                            daemon.waiting() == 0 ? "" : "; waiting: " + daemon.waiting())),
            () -> out.println("running: nothing"));
    daemon.last().ifPresent(last -> print(last, zone));
    daemon
        .next()
        .ifPresent(
            item ->
                out.println(
                    "next:    %s %s %s"
                        .formatted(
                            Printable.of(item.source()), item.event().label(), item.time())));
    daemon.warnings().forEach(warning -> out.println("warning: " + Printable.of(warning)));
  }

  private void print(DaemonStatus.Ended last, ZoneId zone) {
    out.println(
        "last:    %s for %s, %s %s%s"
            .formatted(
                last.command(),
                last.user(),
                last.outcome().label(),
                ReleasesCommand.minute(last.at(), zone),
                last.release().map(id -> " (release " + id + ")").orElse("")));
  }
}
