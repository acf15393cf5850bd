package godwit.content;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/// What the content directory holds.
///
/// @param documents the articles and pages, sorted by path
/// @param others every other file by its path below the content directory
/// @param copied of `others`, the paths that are copied even if nothing links to them
/// @param outside of `others`, those that would be documents in a folder of articles or pages
/// @param passedOver files that are none of these because of their names: hidden ones, keys,
///   backups
/// @param ignored likewise, because of the settings
public record ContentFiles(
    List<SourceFile> documents,
    SortedMap<String, Path> others,
    List<String> copied,
    Set<String> outside,
    Set<String> passedOver,
    Set<String> ignored) {
  public ContentFiles {
    documents = List.copyOf(documents);
    others = Collections.unmodifiableSortedMap(others);
    copied = List.copyOf(copied);
    outside = Set.copyOf(outside);
    passedOver = Set.copyOf(passedOver);
    ignored = Set.copyOf(ignored);
  }
}
