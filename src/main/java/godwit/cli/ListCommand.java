package godwit.cli;

import godwit.control.Json;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.Printable;
import godwit.site.Article;
import godwit.site.Entry;
import godwit.site.Page;
import godwit.site.Site;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `godwit list`.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the articles and pages with their dates, states and addresses.",
    footer = {
      "",
      "Example:",
      "  godwit list --status draft",
      "  godwit list --tag waders --lang de",
      "  godwit list --json | jq '.articles[].url'"
    })
final class ListCommand extends SiteCommand {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @Mixin private BuildOptions building = new BuildOptions();
  @Mixin private ListFilter filter = new ListFilter();

  ListCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    return building.run(
        this,
        (site, choices, progress) -> site.assemble(choices, diagnostics, progress),
        (site, _, _) -> {
          List<Diagnostic> found = diagnostics.sorted();
          if (options.isJson()) {
            Json.print(out, writer -> ListJson.list(writer, site, filter, found));
          } else {
            Report.diagnostics(err, found);
            if (!options.isQuiet()) {
              print(site);
            }
          }
          return diagnostics.hasErrors() ? ExitCode.SITE_ERRORS : ExitCode.DONE;
        });
  }

  private void print(Site site) {
    List<Entry> entries = new ArrayList<>();
    site.groups().all().forEach(group -> entries.addAll(group.originals()));
    site.groups().all().forEach(group -> entries.addAll(group.translations()));
    entries.removeIf(filter.negate());
    for (Entry entry : entries) {
      ZonedDateTime date = entry.frontMatter().date();
      String kind =
          switch (entry) {
            case Article ignored -> "article";
            case Page ignored -> "page";
          };
      out.printf(
          Locale.ROOT,
          "%-16s  %-9s  %-7s  %s  (%s)%n",
          date == null ? "-" : DATE.format(date),
          entry.status().label(),
          kind,
          Printable.of("/" + entry.address().url()),
          Printable.of(entry.document().source().name()));
    }
    Report.due(out, site);
  }
}
