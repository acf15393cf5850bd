package godwit.content;

import godwit.diagnostic.SourcePosition;
import java.util.List;

/// One field of a header.
///
/// @param name in lower case
/// @param values the items of a list, else exactly one; as written, without space around them
/// @param isList whether it was written as a list
/// @param position of the value
public record MetadataField(
    String name, List<String> values, boolean isList, SourcePosition position) {
  public MetadataField {
    values = List.copyOf(values);
  }

  /// The value as one text.
  public String text() {
    return values.size() == 1 ? values.getFirst() : String.join(", ", values);
  }
}
