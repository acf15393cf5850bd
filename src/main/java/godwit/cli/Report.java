package godwit.cli;

import godwit.control.ReloadResult;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Printable;
import godwit.diagnostic.Severity;
import godwit.site.Due;
import godwit.site.Output;
import godwit.site.Site;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What people read.
final class Report {
  private Report() {}

  static void diagnostics(PrintStream err, List<Diagnostic> diagnostics) {
    diagnostics.forEach(err::println);
  }

  /// The last line of a command that did not do what it was to do: `3 errors and 1 warning; …`.
  static void refusal(PrintStream err, List<Diagnostic> diagnostics, String consequence) {
    long errors = diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
    long warnings = diagnostics.stream().filter(d -> d.severity() == Severity.WARNING).count();
    String counted =
        count(errors, "error") + (warnings == 0 ? "" : " and " + count(warnings, "warning"));
    err.println(counted + "; " + consequence);
  }

  /// The settings that a daemon reads only when it starts.
  static void needRestart(PrintStream err, ReloadResult.Reloaded reloaded) {
    for (String setting : reloaded.needRestart()) {
      err.println(
          "godwit: warning: "
              + setting
              + " was changed, and holds when the daemon is started again: restart it");
    }
  }

  /// What is left out because it is due later.
  static void due(PrintStream stream, List<Due> later) {
    for (Due due : later) {
      stream.println("not published yet: " + Printable.of(due.toString()));
    }
  }

  /// `12 articles, 3 pages and 5 other files`.
  static String contents(Site site) {
    long articles = count(site, godwit.site.Article.class);
    long pages = count(site, godwit.site.Page.class);
    return count(articles, "article")
        + ", "
        + count(pages, "page")
        + " and "
        + count(site.fileCount() - articles - pages, "other file");
  }

  private static long count(Site site, Class<?> kind) {
    return site.outputs().stream()
        .filter(
            output -> output instanceof Output.EntryOutput entry && kind.isInstance(entry.entry()))
        .count();
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /// `0.42 s`.
  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
  }
}
