package godwit.cli;

import static java.util.stream.Collectors.joining;

import godwit.config.Status;
import godwit.diagnostic.Printable;
import godwit.site.Entry;
import java.io.PrintStream;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Articles and pages as people read them on a terminal: a row for each, in columns below headings.
/// A column that would be empty is left out.
final class ListTable {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
  private static final String GAP = "  ";
  private static final int TITLE = 2;

  /// A title that has less room than this says little: rather let the longest lines be too long.
  private static final int SHORTEST_TITLE = 24;

  private final List<Column> columns;
  private final int titleWidth;
  private final List<Entry> entries;

  /// @param text of an entry in this column
  private record Column(String heading, Function<Entry, String> text, int width) {
    static Column of(String heading, List<Entry> entries, Function<Entry, String> text) {
      Function<Entry, String> printable = text.andThen(Printable::of);
      int width = entries.stream().map(printable).mapToInt(TextWidth::of).max().orElse(0);
      return new Column(heading, printable, width == 0 ? 0 : Math.max(width, heading.length()));
    }
  }

  private ListTable(List<Column> columns, int titleWidth, List<Entry> entries) {
    this.columns = columns;
    this.titleWidth = titleWidth;
    this.entries = entries;
  }

  /// @param language of the site, which is not named
  /// @param room how many columns the terminal has
  static ListTable of(List<Entry> entries, String language, int room) {
    List<Column> columns =
        List.of(
            Column.of("date", entries, ListTable::date),
            Column.of("state", entries, ListTable::state),
            Column.of("title", entries, entry -> entry.frontMatter().title()),
            Column.of("lang", entries, entry -> other(language, entry)),
            Column.of("address", entries, entry -> "/" + entry.address().url()));
    int others =
        IntStream.range(0, columns.size())
            .filter(i -> i != TITLE && columns.get(i).width() > 0)
            .map(i -> columns.get(i).width() + GAP.length())
            .sum();
    int titleWidth = Math.min(columns.get(TITLE).width(), Math.max(SHORTEST_TITLE, room - others));
    return new ListTable(columns, titleWidth, List.copyOf(entries));
  }

  void print(PrintStream out) {
    if (entries.isEmpty()) {
      out.println("there is nothing to list");
      return;
    }
    out.println(row(Column::heading));
    for (Entry entry : entries) {
      out.println(row(column -> column.text().apply(entry)));
    }
  }

  private String row(Function<Column, String> text) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      int width = i == TITLE ? titleWidth : column.width();
      if (width > 0) {
        String cell = text.apply(column);
        cells.add(TextWidth.pad(i == TITLE ? TextWidth.cut(cell, width) : cell, width));
      }
    }
    return cells.stream().collect(joining(GAP)).stripTrailing();
  }

  private static String date(Entry entry) {
    ZonedDateTime date = entry.frontMatter().date();
    return date == null ? "-" : DATE.format(date);
  }

  private static String state(Entry entry) {
    return entry.status() == Status.PUBLISHED ? "" : entry.status().label();
  }

  private static String other(String language, Entry entry) {
    String own = entry.frontMatter().language();
    return own.equals(language) ? "" : own;
  }
}
