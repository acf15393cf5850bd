package godwit.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Articles of one language that are parts of one text.
///
/// @param name as the first part spells it
/// @param slug by which it is one series with other spellings
/// @param parts in their order, at least one
/// @param address of its page; null where the settings make none
public record Series(
    String name, String slug, String language, List<Article> parts, @Nullable Address address) {
  public Series {
    parts = List.copyOf(parts);
  }
}
