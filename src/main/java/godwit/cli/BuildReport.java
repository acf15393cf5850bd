package godwit.cli;

import godwit.build.BuildResult;
import godwit.control.Json;
import godwit.control.SiteJson;
import godwit.site.Site;
import java.io.PrintStream;
import java.util.function.Function;

/// Tells how a build ended, to people or to programs.
final class BuildReport {
  private BuildReport() {}

  /// @param consequence what errors mean, such as `nothing is built`
  /// @param success the line that tells of a site that was built
  /// @return the exit code
  static int print(
      BuildResult result,
      SiteOptions options,
      PrintStream out,
      PrintStream err,
      String consequence,
      Function<Site, String> success) {
    if (options.isJson()) {
      Json.print(
          out,
          writer -> {
            switch (result) {
              case BuildResult.Failed failed -> Json.failure(writer, "site", failed.diagnostics());
              case BuildResult.Built built -> {
                writer.beginObject();
                Json.text(writer, "result", "ok");
                SiteJson.counts(writer, built.site());
                Json.diagnostics(writer, built.diagnostics());
                writer.endObject();
              }
            }
          });
    } else {
      Report.diagnostics(err, result.diagnostics());
    }
    return switch (result) {
      case BuildResult.Failed failed -> {
        if (!options.isJson()) {
          Report.refusal(err, failed.diagnostics(), consequence);
        }
        yield ExitCode.SITE_ERRORS;
      }
      case BuildResult.Built built -> {
        if (!options.isJson() && !options.isQuiet()) {
          Report.due(out, built.site().due());
          out.println(success.apply(built.site()));
        }
        yield ExitCode.DONE;
      }
    };
  }
}
