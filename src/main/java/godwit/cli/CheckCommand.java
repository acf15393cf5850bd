package godwit.cli;

import godwit.build.BuildResult;
import godwit.build.DiscardingSink;
import godwit.config.SiteConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
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
final class CheckCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Mixin private SiteOptions options = new SiteOptions();

  CheckCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Optional<SiteConfig> config = options.config(out, err);
    if (config.isEmpty()) {
      return ExitCode.USAGE;
    }
    BuildResult result;
    try (ProgressBar bar = ProgressBar.on(err, options)) {
      result = options.build(config.get(), bar).run(new DiscardingSink());
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    return BuildReport.print(
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
                + ": the site can be published");
  }
}
