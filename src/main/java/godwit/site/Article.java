package godwit.site;

import godwit.content.Document;
import java.util.List;

/// An article of the blog.
///
/// @param category the one it is filed under
public record Article(
    Document document,
    String slug,
    Address address,
    Term category,
    List<Term> tags,
    List<Term> authors)
    implements Entry {
  public Article {
    tags = List.copyOf(tags);
    authors = List.copyOf(authors);
  }

  /// Articles are compared as themselves: there are many, and each is there once.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
