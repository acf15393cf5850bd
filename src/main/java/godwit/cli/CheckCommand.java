package godwit.cli;

import godwit.build.DiscardingSink;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `godwit check`.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Renders the site without writing it, and reports every mistake.",
    footer = {
      "",
      "Exits with 0 if the site can be published, with 1 if it has errors.",
      "",
      "Example, in a Git hook:",
      "  godwit check --quiet || exit 1"
    })
final class CheckCommand extends SiteCommand {
  @Mixin private BuildOptions building = new BuildOptions();

  CheckCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    return building.run(
        this,
        (site, choices, progress) ->
            site.build(choices, build -> build.run(new DiscardingSink()), progress),
        (result, _, duration) ->
            BuildReport.print(
                result,
                options,
                out,
                err,
                "the site cannot be published like this",
                site ->
                    "Checked "
                        + Report.contents(site)
                        + " in "
                        + Report.seconds(duration)
                        + ": the site can be published"));
  }
}
