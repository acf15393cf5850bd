package godwit.content;

import godwit.diagnostic.SourcePosition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One field of a header.
///
/// @param name in the form of [#name]
/// @param values the items of a list, else exactly one; as written, without space around them
/// @param isList whether it was written as a list
/// @param position of the value
public record MetadataField(
    String name, List<String> values, boolean isList, SourcePosition position) {
  public MetadataField {
    name = name(name);
    values =
        values.size() == 1
            ? List.of(WhiteSpace.strip(values.getFirst())) // there are many of these
            : values.stream().map(WhiteSpace::strip).toList();
  }

  /// The form in which a field's name is looked up: in lower case, and with `_` for `-` and spaces.
  static String name(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if ((c < 'a' || c > 'z') && c != '_') {
        return written.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
      }
    }
    return written;
  }

  /// The items of a list, or of text with semicolons or commas between them, each once; without
  /// empty ones.
  public List<String> items() {
    List<String> written =
        isList ? values : List.of(text().split(text().indexOf(';') >= 0 ? ";" : ",", -1));
    Set<String> items = new LinkedHashSet<>();
    for (String item : written) {
      if (!WhiteSpace.strip(item).isEmpty()) {
        items.add(WhiteSpace.strip(item).replace('\n', ' '));
      }
    }
    return List.copyOf(items);
  }

  /// The value as one text.
  public String text() {
    return values.size() == 1 ? values.getFirst() : String.join(", ", values);
  }
}
