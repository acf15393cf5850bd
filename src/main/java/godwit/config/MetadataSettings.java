package godwit.config;

import static java.util.Collections.unmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where the metadata of a document comes from that its header does not give.
///
/// @param category of articles that have none
/// @param useFolderAsCategory whether an article's folder names its category
/// @param defaults metadata of everything, names in small letters
/// @param date of articles that have none
/// @param future what becomes of what is dated later than now
/// @param fileName a regular expression for the beginning of a file's name without its extension;
///   its named groups are metadata
/// @param path the same for the path below the content directory; empty where there is none
/// @param isHeadingFirst whether the first heading of a text comes before a title that is not of
///   its header
/// @param formatted the fields that are written in Markdown, names in small letters
/// @param byPath metadata of files and folders by their path below the content directory, names in
///   small letters
public record MetadataSettings(
    String category,
    boolean useFolderAsCategory,
    Map<String, String> defaults,
    DefaultDate date,
    Future future,
    String fileName,
    String path,
    Map<String, Map<String, String>> byPath,
    List<String> formatted,
    boolean isHeadingFirst) {
  public MetadataSettings {
    defaults = unmodifiableMap(new TreeMap<>(defaults));
    byPath = sorted(byPath);
    formatted = List.copyOf(formatted);
  }

  /// A copy in the order of the paths, so that a folder comes before what is in it; the order of
  /// `Map.copyOf` differs from run to run.
  private static Map<String, Map<String, String>> sorted(Map<String, Map<String, String>> byPath) {
    Map<String, Map<String, String>> copy = new TreeMap<>();
    byPath.forEach((path, values) -> copy.put(path, unmodifiableMap(new TreeMap<>(values))));
    return unmodifiableMap(copy);
  }
}
