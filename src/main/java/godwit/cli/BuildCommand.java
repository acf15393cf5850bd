package godwit.cli;

import godwit.build.Build;
import godwit.build.BuildResult;
import godwit.build.DirectorySink;
import godwit.config.SiteConfig;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `godwit build`.
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Renders the site into a directory, without publishing it.",
    footer = {
      "",
      "What the build before made there is replaced, edited or not; a directory that",
      "holds anything else is refused.",
      "",
      "Example:",
      "  godwit build --output /tmp/preview"
    })
final class BuildCommand extends SiteCommand {
  @Mixin private BuildOptions building = new BuildOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to (default: build in the site directory).")
  private @Nullable Path output;

  BuildCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    return building.run(
        this,
        (site, choices, progress) ->
            site.build(choices, build -> write(build, directory(site.config())), progress),
        (result, config, duration) ->
            BuildReport.print(
                result,
                options,
                out,
                err,
                "nothing is built",
                site ->
                    "Built "
                        + Report.contents(site)
                        + " in "
                        + Report.seconds(duration)
                        + ", in "
                        + directory(config)));
  }

  private static BuildResult write(Build build, Path directory) throws IOException {
    try (DirectorySink sink = DirectorySink.open(directory)) {
      BuildResult result = build.run(sink);
      if (result instanceof BuildResult.Built) {
        sink.keep();
      }
      return result;
    }
  }

  private Path directory(SiteConfig config) {
    return output == null
        ? config.directory().resolve("build")
        : output.toAbsolutePath().normalize();
  }
}
