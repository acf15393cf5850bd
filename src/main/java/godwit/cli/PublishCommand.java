package godwit.cli;

import godwit.config.SiteConfig;
import godwit.control.Json;
import godwit.control.PublishJson;
import godwit.control.PublishOrder;
import godwit.publish.GateRule;
import godwit.publish.PublishResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `godwit publish`.
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Renders the site and puts it live in one step, or leaves the old one as it is.",
    footer = {
      "",
      "The site is rendered beside the served directory (html in the target)",
      "and then exchanged with it. What was live before is kept as html.old.",
      "",
      "Examples, for cron and for a look before:",
      "  godwit publish --quiet --site /srv/blog",
      "  godwit publish --dry-run"
    })
final class PublishCommand extends SiteCommand {
  @Mixin DaemonOptions daemon = new DaemonOptions(); // DaemonCall reads it

  @Mixin private BuildOptions building = new BuildOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--dry-run",
      description = "Do everything but publish, and show what would change.")
  private boolean dryRun;

  @Option(
      names = "--allow",
      paramLabel = "RULE",
      split = ",",
      description = "Let this rule of the gate be broken, this time; may be repeated.")
  private List<String> allow = new ArrayList<>();

  @Option(names = "--force", description = "Let every rule of the gate be broken, this time.")
  private boolean force;

  PublishCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Set<GateRule> allowed = allowed();
    return building.run(
        this,
        (site, choices, progress) ->
            site.publish(new PublishOrder(choices, allowed, dryRun), progress),
        this::tell);
  }

  private Set<GateRule> allowed() {
    if (force) {
      return EnumSet.allOf(GateRule.class);
    }
    Set<GateRule> rules = EnumSet.noneOf(GateRule.class);
    for (String name : allow) {
      rules.add(
          GateRule.of(name.strip())
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "--allow takes %s, not '%s'"
                              .formatted(String.join(", ", GateRule.codes()), name))));
    }
    return rules;
  }

  private int tell(PublishResult result, SiteConfig config, Duration duration) {
    if (options.isJson()) {
      Json.print(out, writer -> PublishJson.write(writer, result, duration));
    } else {
      Report.diagnostics(err, result.diagnostics());
    }
    return switch (result) {
      case PublishResult.Refused refused -> {
        if (!options.isJson()) {
          Report.refusal(
              err, refused.diagnostics(), "nothing is published, what was live is live still");
        }
        yield ExitCode.SITE_ERRORS;
      }
      case PublishResult.Previewed preview -> {
        if (!options.isJson() && !options.isQuiet()) {
          ChangeReport.tree(out, preview.changes());
          out.println("a dry run: nothing is published");
        }
        yield ExitCode.DONE;
      }
      case PublishResult.Unchanged unchanged -> {
        if (!options.isJson() && !options.isQuiet()) {
          Report.due(out, unchanged.site().due());
          out.println("nothing to publish: what is live is up to date" + release(unchanged));
        }
        yield ExitCode.DONE;
      }
      case PublishResult.Live live -> {
        if (!options.isJson()) {
          tell(live, config, duration);
        }
        yield ExitCode.DONE;
      }
    };
  }

  private static String release(PublishResult.Unchanged unchanged) {
    return unchanged.release().map(id -> " (release " + id + ")").orElse("");
  }

  private void tell(PublishResult.Live live, SiteConfig config, Duration duration) {
    live.published()
        .backup()
        .filter(_ -> live.published().adopted())
        .ifPresent(
            backup ->
                err.println(
                    "godwit: warning: "
                        + backup
                        + " is kept, and Godwit has no record of it (another tool made it, or the"
                        + " records are lost); move it away before you publish again, or the next"
                        + " publish is refused"));
    if (options.isQuiet()) {
      return;
    }
    Report.due(out, live.site().due());
    Path html = live.published().live();
    out.println("Published " + Report.contents(live.site()) + " in " + Report.seconds(duration));
    out.println("  live:    " + html + " (release " + live.published().id() + ")");
    live.published().backup().ifPresent(backup -> out.println("  before:  " + backup));
    ChangeReport.lines(out, live.changes());
    if (config.site().basePath().isEmpty()) {
      out.println("  look at: http://127.0.0.1:8000/ after");
      out.println(
          "           "
              + Path.of(System.getProperty("java.home", ""), "bin", "java")
              + " -m jdk.httpserver -p 8000 -d "
              + html);
    } else {
      out.println(
          "  look at: "
              + config.site().url()
              + "/ once your web server serves the directory there");
    }
  }
}
