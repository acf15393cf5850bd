package godwit.cli;

import godwit.control.Json;
import godwit.control.PublishJson;
import godwit.control.Repair;
import godwit.control.SiteCommands;
import godwit.publish.TargetCheck;
import godwit.release.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `godwit fsck`.
@Command(
    name = "fsck",
    mixinStandardHelpOptions = true,
    description = "Reads everything that is published, and says what is not as Godwit left it.",
    footer = {
      "",
      "Exits with 0 if all is as it was published, with 1 if not. It changes nothing.",
      "",
      "Example, for cron:",
      "  godwit fsck --quiet --site /srv/blog"
    })
final class FsckCommand extends SiteCommand {
  FsckCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    return onSite(this::check);
  }

  private int check(SiteCommands site) throws IOException {
    TargetCheck check = site.check();
    List<Finding> findings = check.findings();
    if (options.isJson()) {
      Json.print(out, writer -> PublishJson.findings(writer, findings));
    } else if (!findings.isEmpty()) {
      print(findings);
    } else if (!options.isQuiet()) {
      out.println("Read " + check.target() + ": all is as it was published");
    }
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.SITE_ERRORS;
  }

  private void print(List<Finding> findings) {
    for (Finding.Problem problem : Finding.Problem.values()) {
      Map<String, List<Finding>> byRepair = new LinkedHashMap<>();
      findings.stream()
          .filter(finding -> finding.problem() == problem)
          .forEach(f -> byRepair.computeIfAbsent(Repair.of(f), _ -> new ArrayList<>()).add(f));
      byRepair.forEach(
          (repair, alike) -> {
            err.println(words(problem) + ":");
            alike.forEach(f -> err.println("  " + f.place() + release(f)));
            err.println("  hint: " + repair);
          });
    }
    err.println(Report.count(findings.size(), "file") + " not as published; nothing is changed");
  }

  /// What is stored is of no one release.
  private static String release(Finding finding) {
    return finding.release().isEmpty() ? "" : " (release " + finding.release() + ")";
  }

  private static String words(Finding.Problem problem) {
    return switch (problem) {
      case CHANGED -> "changed since it was published";
      case MISSING -> "published, and not there";
      case UNKNOWN -> "there, and not published";
      case DAMAGED -> "stored, and damaged";
      case LOST -> "of a stored release, and lost";
      case NOT_PERMITTED -> "of another user, or closed to the one who publishes";
      case NO_RECORD -> "there, and no record of it";
    };
  }
}
