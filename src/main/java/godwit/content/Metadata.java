package godwit.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of one document, in the order of its header.
public record Metadata(List<MetadataField> fields) {
  /// What is not given if it is empty.
  private static final Set<String> OPTIONAL =
      Set.of("tags", "status", "category", "author", "authors", "slug");

  public static final Metadata NONE = new Metadata(List.of());

  public Metadata {
    fields = List.copyOf(fields);
  }

  /// The field of that name, or null.
  public @Nullable MetadataField field(String name) {
    String known = MetadataField.name(name);
    for (MetadataField field : fields) {
      if (field.name().equals(known)) {
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

  /// These fields, and those of `others` whose names are not among them. Some count as not given if
  /// they are empty, as in Pelican.
  Metadata orElse(Metadata others) {
    if (others.fields.isEmpty()) {
      return this;
    }
    List<MetadataField> all = new ArrayList<>();
    for (MetadataField field : fields) {
      boolean isGiven = !field.text().isBlank() || !OPTIONAL.contains(field.name());
      if (isGiven || others.field(field.name()) == null) {
        all.add(field);
      }
    }
    for (MetadataField other : others.fields) {
      if (all.stream().noneMatch(field -> field.name().equals(other.name()))) {
        all.add(other);
      }
    }
    return new Metadata(all);
  }
}
