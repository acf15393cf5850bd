package godwit.config;

import static java.util.Collections.unmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where the sources are and what is assumed about them (`[content]`). Every path is relative to
/// the directory named before it and has `/` between its parts.
///
/// @param path the content directory, below the site directory
/// @param templates the directory of the site's own templates, below the site directory
/// @param articles the folders of [#path] that hold articles; an empty string is all of it
/// @param pages the folders of [#path] that hold pages; they are no articles
/// @param staticPaths the folders and files of [#path] that are copied as they are
/// @param ignore glob patterns of names that are passed over everywhere
/// @param defaultCategory the category of articles that have none
/// @param useFolderAsCategory whether an article's folder names its category
/// @param defaultStatus the status of what names none
/// @param summaryWords how many words the summary has where an article gives none itself; 0 for the
///   whole text
/// @param filenameMetadata a regular expression for the beginning of a file's name without its
///   extension; its named groups are metadata
/// @param pathMetadata metadata for files and folders by their path below [#path], names in small
///   letters; it yields to the file's own
public record ContentSettings(
    String path,
    String templates,
    List<String> articles,
    List<String> pages,
    List<String> staticPaths,
    List<String> ignore,
    String defaultCategory,
    boolean useFolderAsCategory,
    Status defaultStatus,
    int summaryWords,
    String filenameMetadata,
    Map<String, Map<String, String>> pathMetadata) {
  public ContentSettings {
    articles = List.copyOf(articles);
    pages = List.copyOf(pages);
    staticPaths = List.copyOf(staticPaths);
    ignore = List.copyOf(ignore);
    pathMetadata = sorted(pathMetadata);
  }

  /// A copy in the order of the paths, so that a folder comes before what is in it; the order of
  /// `Map.copyOf` differs from run to run.
  private static Map<String, Map<String, String>> sorted(Map<String, Map<String, String>> byPath) {
    Map<String, Map<String, String>> copy = new TreeMap<>();
    byPath.forEach((path, values) -> copy.put(path, unmodifiableMap(new TreeMap<>(values))));
    return unmodifiableMap(copy);
  }
}
