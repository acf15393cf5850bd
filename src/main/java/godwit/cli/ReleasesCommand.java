package godwit.cli;

import godwit.control.Json;
import godwit.control.PublishJson;
import godwit.control.SiteCommands;
import godwit.release.Release;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `godwit releases`.
@Command(
    name = "releases",
    mixinStandardHelpOptions = true,
    description = "Lists the releases that can be gone back to, the newest first.",
    footer = {
      "",
      "Times are in the zone of the site.",
      "",
      "Example:",
      "  godwit releases",
      "  godwit releases --json | jq -r '.releases[].id'"
    })
final class ReleasesCommand extends SiteCommand {
  @Mixin DaemonOptions daemon = new DaemonOptions(); // DaemonCall reads it

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final String ROW = "%-20s  %-6s  %-16s  %-16s  %6s  %6s  %s%n";

  ReleasesCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    return onSite(this::list);
  }

  private int list(SiteCommands site) throws IOException {
    List<Release> releases = site.releases();
    if (options.isJson()) {
      Json.print(out, writer -> PublishJson.releases(writer, releases));
    } else if (!options.isQuiet()) {
      print(releases, site.config().site().zone());
    }
    return ExitCode.DONE;
  }

  private void print(List<Release> releases, ZoneId zone) {
    if (releases.isEmpty()) {
      out.println("there is no release yet: make one with 'godwit publish'");
      return;
    }
    out.printf(Locale.ROOT, ROW, "release", "state", "made", "as of", "pages", "files", "by");
    for (Release release : releases) {
      out.printf(
          Locale.ROOT,
          ROW,
          release.id(),
          release.state().name().toLowerCase(Locale.ROOT),
          minute(release.by().since(), zone),
          minute(release.asOf(), zone),
          release.pages(),
          release.files(),
          release.by().user());
    }
  }

  static String minute(Instant time, ZoneId zone) {
    return MINUTE.format(time.atZone(zone));
  }
}
