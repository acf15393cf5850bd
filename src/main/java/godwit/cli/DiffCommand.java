package godwit.cli;

import godwit.config.SiteConfig;
import godwit.control.Json;
import godwit.control.PublishJson;
import godwit.control.TextDiff;
import godwit.diagnostic.Printable;
import godwit.publish.Comparison;
import godwit.publish.SiteUrls;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `godwit diff`.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Shows what a publish would add, change and remove, without publishing it.",
    footer = {
      "",
      "Without PATH it is a tree with + for added, ~ for changed and - for removed.",
      "",
      "Examples:",
      "  godwit diff",
      "  godwit diff content/about.md",
      "  godwit diff --json | jq -r '.changed[].url'"
    })
final class DiffCommand extends SiteCommand {
  @Mixin DaemonOptions daemon = new DaemonOptions(); // DaemonCall reads it

  @Mixin private BuildOptions building = new BuildOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "One file's text, by its path, URL or source (default: all files, by name).")
  private @Nullable String file;

  DiffCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    return building.run(
        this,
        (site, choices, progress) -> site.compare(choices, Optional.ofNullable(file), progress),
        this::tell);
  }

  private int tell(Comparison comparison, SiteConfig config, Duration duration) {
    if (!options.isJson()) {
      Report.diagnostics(err, comparison.diagnostics());
    }
    return switch (comparison) {
      case Comparison.Failed failed -> {
        if (options.isJson()) {
          Json.print(out, writer -> Json.failure(writer, "site", failed.diagnostics()));
        } else {
          Report.refusal(err, failed.diagnostics(), "the site cannot be published like this");
        }
        yield ExitCode.SITE_ERRORS;
      }
      case Comparison.NoSuchFile none ->
          throw new ParameterException(
              spec.commandLine(),
              "neither what is live nor the site has a file '" + none.name() + "'");
      case Comparison.Compared compared -> {
        if (compared.file().isEmpty()) {
          all(compared);
        } else {
          one(compared, compared.file().get());
        }
        yield ExitCode.DONE;
      }
    };
  }

  private void all(Comparison.Compared compared) {
    if (options.isJson()) {
      Json.print(
          out,
          writer ->
              PublishJson.preview(
                  writer,
                  "ok",
                  compared.changes(),
                  SiteUrls.of(compared.site()),
                  compared.diagnostics()));
    } else if (!options.isQuiet()) {
      ChangeReport.tree(out, compared.changes());
    }
  }

  /// Tabs are part of a text and harmless.
  private static String printable(String line) {
    return Stream.of(line.split("\t", -1)).map(Printable::of).collect(Collectors.joining("\t"));
  }

  private void one(Comparison.Compared compared, Comparison.Versions versions) {
    String text = TextDiff.of(versions);
    if (options.isJson()) {
      Json.print(
          out,
          writer -> {
            writer.beginObject();
            Json.text(writer, "result", "ok");
            PublishJson.file(writer, versions.path(), SiteUrls.of(compared.site()));
            Json.text(writer, "diff", text);
            Json.diagnostics(writer, compared.diagnostics());
            writer.endObject();
          });
    } else if (text.isEmpty()) {
      if (!options.isQuiet()) {
        out.println(versions.path() + " would not change");
      }
    } else {
      text.lines().forEach(line -> out.println(printable(line)));
    }
  }
}
