package godwit.cli;

import static java.util.stream.Collectors.joining;

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
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `godwit list`.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the articles and pages with their dates, titles and addresses.",
    footer = {
      "",
      "On a terminal it is a table; elsewhere each line has, with tabs between them:",
      "date, state, kind, address, language, source and title.",
      "",
      "Example:",
      "  godwit list --status draft",
      "  godwit list --tag waders --lang de",
      "  godwit list | cut -f4,7",
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
          ListSelection selection = new ListSelection(site, filter);
          if (options.isJson()) {
            Json.print(out, writer -> ListJson.list(writer, site, selection, found));
          } else {
            Report.diagnostics(err, found);
            if (!options.isQuiet()) {
              print(site, selection);
            }
          }
          selection.tellOfUnknown(err);
          return diagnostics.hasErrors() ? ExitCode.SITE_ERRORS : ExitCode.DONE;
        });
  }

  private void print(Site site, ListSelection selection) {
    List<Entry> entries = new ArrayList<>();
    site.groups().all().forEach(group -> entries.addAll(group.originals()));
    site.groups().all().forEach(group -> entries.addAll(group.translations()));
    entries.removeIf(entry -> !selection.has(entry));
    OptionalInt columns = columns();
    if (columns.isPresent()) {
      ListTable.of(entries, site.config().site().language(), columns.getAsInt()).print(out);
    } else {
      entries.forEach(entry -> out.println(line(entry)));
    }
    Report.due(err, selection.due());
  }

  /// The fields for programs, with tabs between them, which none of them has.
  private static String line(Entry entry) {
    ZonedDateTime date = entry.frontMatter().date();
    String kind =
        switch (entry) {
          case Article _ -> "article";
          case Page _ -> "page";
        };
    return Stream.of(
            date == null ? "-" : DATE.format(date),
            entry.status().label(),
            kind,
            "/" + entry.address().url(),
            entry.frontMatter().language(),
            entry.document().source().name(),
            entry.frontMatter().title())
        .map(Printable::of)
        .collect(joining("\t"));
  }
}
