package godwit.cli;

import godwit.config.SiteConfig;
import godwit.publish.PublishResult;
import godwit.publish.Publisher;
import godwit.release.Holder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
      "Example, for cron:",
      "  godwit publish --quiet --site /srv/blog"
    })
final class PublishCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Mixin private SiteOptions options = new SiteOptions();

  PublishCommand(PrintStream out, PrintStream err) {
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
    PublishResult result;
    try (ProgressBar bar = ProgressBar.on(err, options)) {
      Holder holder =
          new Holder(
              ProcessHandle.current().pid(),
              System.getProperty("user.name", "?"),
              Instant.now(),
              "godwit publish");
      result = new Publisher(config.get()).publish(options.build(config.get(), bar), holder);
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    if (options.isJson()) {
      Json.print(out, writer -> SiteJson.published(writer, result, duration));
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
      case PublishResult.Live live -> {
        if (!options.isJson()) {
          tell(live, config.get(), duration);
        }
        yield ExitCode.DONE;
      }
    };
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
                        + " was not made by Godwit and is kept; move it away before you publish"
                        + " again, or the next publish is refused"));
    if (options.isQuiet()) {
      return;
    }
    Report.due(out, live.site());
    Path html = live.published().live();
    out.println("Published " + Report.contents(live.site()) + " in " + Report.seconds(duration));
    out.println("  live:    " + html + " (release " + live.published().id() + ")");
    live.published().backup().ifPresent(backup -> out.println("  before:  " + backup));
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
