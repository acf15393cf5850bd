package godwit.content;

import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Reads `Key: value` lines. A plain value is taken as it is written, so that `title: C #3: notes`
/// says just that; a value in YAML's list, quote or block notation is read as YAML.
final class LineHeader {
  /// Who has made more has forgotten to close the header.
  private static final int MAX_MISTAKES = 10;

  /// The fields of which Pelican takes the first line only, in a header without fences.
  private static final Set<String> ONE_LINE =
      Set.of(
          "tags",
          "date",
          "modified",
          "status",
          "category",
          "author",
          "authors",
          "save_as",
          "url",
          "slug");

  /// The fields that may be written as YAML's lists, or in its quotes, also without fences. Others
  /// are text there: `Title: "To be, or not to be"` is a quotation.
  private static final Set<String> LISTS =
      Set.of(
          "tags", "category", "author", "authors", "aliases", "alias", "redirect_from", "related");

  private final SourceText source;
  private final Diagnostics diagnostics;
  private final List<MetadataField> fields = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable Pending pending;
  private int mistakes;
  private boolean fenced;

  /// A field whose lines are still being gathered.
  private static final class Pending {
    final String name;
    final int nameOffset;
    final int valueOffset;
    final String first;
    final List<String> more = new ArrayList<>();

    Pending(String name, int nameOffset, int valueOffset, String first) {
      this.name = name;
      this.nameOffset = nameOffset;
      this.valueOffset = valueOffset;
      this.first = first;
    }
  }

  LineHeader(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  boolean hasFields() {
    return pending != null || !fields.isEmpty();
  }

  /// Takes a line of a header without fences: a field, or more of the one before it.
  void add(String line, int offset) {
    Matcher field = HeaderReader.FIELD.matcher(line);
    if (field.matches()) {
      begin(field, offset);
    } else if (pending != null) {
      pending.more.add(line);
    }
  }

  /// Takes a line from between `---` lines, where comments, lists and mistakes may stand too.
  ///
  /// @param found receives the mistakes
  void addFenced(String line, int offset, Diagnostics found) {
    fenced = true;
    Matcher field = HeaderReader.FENCED_FIELD.matcher(line);
    if (field.matches() && !(line.startsWith(" ") && isNested())) {
      begin(field, offset);
    } else if (pending != null && (line.isEmpty() || continues(line))) {
      pending.more.add(line);
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      if (mistakes++ < MAX_MISTAKES) {
        noField(line, offset, "close the header with '---' above it", found);
      }
    }
  }

  /// Takes a line of a header without fences that should have been a field.
  void mistaken(String line, int offset, Diagnostics found) {
    noField(line, offset, "leave a line empty above it if the text begins here", found);
  }

  private void noField(String line, int offset, String otherwise, Diagnostics found) {
    found.error(
        source.position(offset),
        "header",
        "'" + abbreviate(line) + "' is not a header field",
        "write 'Key: value', indent what continues the line above, or " + otherwise);
  }

  /// Whether a line is indented, an item of a list or the end of a bracket.
  private static boolean continues(String line) {
    return line.startsWith(" ")
        || line.startsWith("\t")
        || line.startsWith("- ")
        || line.equals("-")
        || line.startsWith("]")
        || line.startsWith("}");
  }

  Metadata finish() {
    flush();
    return new Metadata(fields);
  }

  private void begin(Matcher field, int offset) {
    flush();
    String value = field.group(2) == null ? "" : field.group(2);
    int valueOffset = offset + (field.group(2) == null ? field.end(1) + 1 : field.start(2));
    pending =
        new Pending(
            MetadataField.name(field.group(1)),
            offset + field.start(1),
            valueOffset,
            WhiteSpace.strip(value));
  }

  /// Whether the field at hand has its value on the following, indented lines.
  private boolean isNested() {
    return pending != null && (pending.first.isEmpty() || YamlValue.opensBlock(pending.first));
  }

  private void flush() {
    Pending field = pending;
    pending = null;
    if (field == null) {
      return;
    }
    while (!field.more.isEmpty() && field.more.getLast().isEmpty()) {
      field.more.removeLast();
    }
    SourcePosition position = source.position(field.valueOffset);
    if (!names.add(field.name)) {
      diagnostics.warning(
          source.position(field.nameOffset),
          "header-twice",
          "'" + field.name + "' is given twice; the first one is used",
          null);
      return;
    }
    if ((fenced || LISTS.contains(field.name)) && YamlValue.isYaml(field.first, field.more)) {
      String snippet =
          field.more.isEmpty() ? field.first : field.first + "\n" + String.join("\n", field.more);
      Diagnostics found = new Diagnostics();
      MetadataField read = YamlValue.read(field.name, snippet, position, found);
      if (read != null) {
        fields.add(read);
      }
      if (read != null || fenced) {
        diagnostics.addAll(found.sorted());
        return;
      }
    }
    StringBuilder value = new StringBuilder(field.first);
    if (!fenced && ONE_LINE.contains(field.name) && !field.first.isEmpty() && hasMore(field)) {
      diagnostics.warning(
          position,
          "header-lines",
          "only the first line of '" + field.name + "' is used",
          "write it in one line, as Pelican wants it too");
      field.more.clear();
    }
    for (String line : field.more) {
      if (!line.isBlank()) {
        value.append(value.isEmpty() ? "" : "\n").append(line.strip());
      }
    }
    fields.add(new MetadataField(field.name, List.of(value.toString()), false, position));
  }

  private static boolean hasMore(Pending field) {
    return field.more.stream().anyMatch(line -> !line.isBlank());
  }

  private static String abbreviate(String line) {
    return line.length() <= 60 ? line : line.substring(0, 57) + "…";
  }
}
