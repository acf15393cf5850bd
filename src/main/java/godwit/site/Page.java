package godwit.site;

import godwit.content.Document;

/// A page that belongs to no date: about, contact, a manual's chapter.
public record Page(Document document, String slug, Address address) implements Entry {
  /// Pages are compared as themselves: there are many, and each is there once.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
