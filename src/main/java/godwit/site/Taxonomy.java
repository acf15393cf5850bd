package godwit.site;

import java.util.Locale;

/// A way in which articles are grouped.
public enum Taxonomy {
  CATEGORY,
  TAG,
  AUTHOR;

  /// The word for one term of it, which is also the name of its template: `category`.
  public String singular() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The word for all its terms, which is also the name of the template that lists them.
  public String plural() {
    return this == CATEGORY ? "categories" : singular() + "s";
  }
}
