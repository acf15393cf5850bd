package godwit.config;

import java.util.List;

/// Which paths below the content directory are of one kind.
///
/// @param paths folders and files; an empty string is all of it
/// @param excludes folders and files in them that are not
public record Folders(List<String> paths, List<String> excludes) {
  public Folders {
    paths = List.copyOf(paths);
    excludes = List.copyOf(excludes);
  }

  /// Whether a file is of that kind.
  public boolean hold(String path) {
    return isUnder(path, paths) && !isUnder(path, excludes);
  }

  private static boolean isUnder(String path, List<String> folders) {
    for (String folder : folders) {
      if (folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/")) {
        return true;
      }
    }
    return false;
  }
}
