package godwit.content;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of one document, in the order of its header.
public record Metadata(List<MetadataField> fields) {
  public static final Metadata NONE = new Metadata(List.of());

  public Metadata {
    fields = List.copyOf(fields);
  }

  /// The field of that name, or null.
  public @Nullable MetadataField field(String name) {
    for (MetadataField field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /// The text of the field of that name, or null where it is missing or blank.
  public @Nullable String text(String name) {
    MetadataField field = field(name);
    return field == null || field.text().isBlank() ? null : field.text();
  }

  /// These fields, and those of `others` whose names are not among them.
  Metadata orElse(Metadata others) {
    if (others.fields.isEmpty()) {
      return this;
    }
    List<MetadataField> all = new ArrayList<>(fields);
    for (MetadataField other : others.fields) {
      if (field(other.name()) == null) {
        all.add(other);
      }
    }
    return new Metadata(all);
  }
}
