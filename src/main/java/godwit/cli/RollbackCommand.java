package godwit.cli;

import godwit.config.SiteConfig;
import godwit.control.Json;
import godwit.control.PublishJson;
import godwit.control.SiteCommands;
import godwit.publish.RollbackResult;
import godwit.publish.SiteUrls;
import godwit.release.Release;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `godwit rollback`.
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Puts an earlier release back, as it was, without rendering anything.",
    footer = {
      "",
      "It takes the place of the live release in one step, and that one becomes",
      "html.old: the same command again undoes it. The next publish that finds",
      "something to change makes a new release from the sources.",
      "",
      "Examples:",
      "  godwit rollback",
      "  godwit rollback 20261123T0747"
    })
final class RollbackCommand extends SiteCommand {
  @Mixin DaemonOptions daemon = new DaemonOptions(); // DaemonCall reads it

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "Which release, or how its name begins (default: the one before).")
  private @Nullable String id;

  RollbackCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    return onSite(this::rollBack);
  }

  private int rollBack(SiteCommands site) throws IOException {
    RollbackResult result = site.rollBack(Optional.ofNullable(id));
    return switch (result) {
      case RollbackResult.NotOne none ->
          throw new ParameterException(spec.commandLine(), notOne(none));
      case RollbackResult.LiveAlready live -> {
        if (options.isJson()) {
          Json.print(out, writer -> PublishJson.liveAlready(writer, live.release()));
        } else if (!options.isQuiet()) {
          out.println("nothing to do: release " + live.release().id() + " is live");
        }
        yield ExitCode.DONE;
      }
      case RollbackResult.Done done -> {
        tell(done, site.config());
        yield ExitCode.DONE;
      }
    };
  }

  private static String notOne(RollbackResult.NotOne none) {
    List<String> ids = none.matches().stream().map(Release::id).toList();
    return ids.isEmpty()
        ? "there is no release '" + none.prefix() + "'; 'godwit releases' lists them"
        : "'%s' begins more than one: %s".formatted(none.prefix(), String.join(", ", ids));
  }

  private void tell(RollbackResult.Done done, SiteConfig config) {
    if (options.isJson()) {
      Json.print(out, writer -> PublishJson.rolledBack(writer, done, SiteUrls.of(config)));
      return;
    }
    Report.diagnostics(err, done.diagnostics());
    if (options.isQuiet()) {
      return;
    }
    Release live = done.rolledBack().live();
    out.println(
        "Went back to release "
            + live.id()
            + ", made "
            + ReleasesCommand.minute(live.by().since(), config.site().zone()));
    out.println("  live:    " + done.rolledBack().backup().resolveSibling("html"));
    out.println(
        "  before:  "
            + done.rolledBack().backup()
            + done.rolledBack().changes().from().map(id -> " (release " + id + ")").orElse(""));
    ChangeReport.lines(out, done.rolledBack().changes());
    out.println("  undo:    godwit rollback");
  }
}
