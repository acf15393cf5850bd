package godwit.site;

import godwit.config.PaginationSettings;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The pages that lists do not have yet, to say in time that something else stands where one of
/// them will be: page 2 of the tag `a` is `tag/a2.html` by Pelican's pattern, and so is page 1 of
/// the tag `a2`.
final class FurtherPages {
  /// A number in a page's address that nothing else there has.
  private static final int SAMPLE = 918_273_645;

  /// Lists seldom grow further than this, or than to twice their length.
  private static final int SOON = 10;

  private final PaginationSettings settings;
  private final Diagnostics diagnostics;
  private final Map<Affixes, Growing> lists = new HashMap<>();

  /// A list and how many pages it has.
  private record Growing(String origin, int total) {}

  /// What is before and behind the number in the files of a list's pages.
  private record Affixes(String before, String behind) {}

  FurtherPages(PaginationSettings settings, Diagnostics diagnostics) {
    this.settings = settings;
    this.diagnostics = diagnostics;
  }

  /// @param list its address by the settings
  /// @param total how many pages it has
  /// @throws IllegalArgumentException if a page of it cannot be a file
  void add(ListScope scope, Address list, int total) {
    if (settings.size(scope.kind()) == 0) {
      return;
    }
    String file =
        PageAddress.of(list, SAMPLE, Integer.MAX_VALUE, settings.rules()).saveAs().collisionKey();
    String number = String.valueOf(SAMPLE);
    int at = file.indexOf(number);
    if (at >= 0 && at == file.lastIndexOf(number)) {
      Affixes affixes = new Affixes(file.substring(0, at), file.substring(at + number.length()));
      lists.putIfAbsent(affixes, new Growing(scope.label(), total));
    }
  }

  /// Warns of the outputs that stand where a page will be.
  void check(List<Output> outputs) {
    for (Output output : outputs) {
      String path = output.path().collisionKey();
      int from = 0;
      while (from < path.length()) {
        int start = from;
        while (start < path.length() && !isDigit(path.charAt(start))) {
          start++;
        }
        int end = start;
        while (end < path.length() && isDigit(path.charAt(end))) {
          end++;
        }
        check(output, path, start, end);
        from = end;
      }
    }
  }

  /// @param start of the digits; a list's name may end with the first of them
  private void check(Output output, String path, int start, int end) {
    for (int i = Math.max(start, end - 6); i < end; i++) {
      Growing list = lists.get(new Affixes(path.substring(0, i), path.substring(end)));
      if (list != null && path.charAt(i) != '0') {
        int number = Integer.parseInt(path.substring(i, end));
        boolean isSoon = number <= Math.max(SOON, 2 * list.total());
        if (number > list.total() && isSoon && !isPage(output, list)) {
          warn(output, list, number);
          return;
        }
      }
    }
  }

  private void warn(Output output, Growing list, int number) {
    SourcePosition position =
        output instanceof Output.EntryOutput entry ? entry.position() : settings.position();
    diagnostics.warning(
        position,
        "output-later",
        "'"
            + output.path()
            + "' is "
            + output.origin()
            + ", and page "
            + number
            + " of "
            + list.origin()
            + " as soon as there is one",
        output instanceof Output.EntryOutput
            ? "give it another slug or save_as"
            : "let pagination.pattern set the number apart: {list}/page/{number}{end}");
  }

  private static boolean isPage(Output output, Growing list) {
    return output instanceof Output.ListOutput page && page.scope().label().equals(list.origin());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
