package godwit.config;

import java.util.List;

/// Which paths below the content directory are of one kind. What is excluded is so only in the
/// folders above it: a folder that is named itself is of that kind, whatever is above it.
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
    for (String folder : paths) {
      if (isAtOrBelow(path, folder) && !isExcluded(path, folder)) {
        return true;
      }
    }
    return false;
  }

  private boolean isExcluded(String path, String folder) {
    for (String exclude : excludes) {
      boolean isInFolder = !exclude.equals(folder) && isAtOrBelow(exclude, folder);
      if (isInFolder && isAtOrBelow(path, exclude)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAtOrBelow(String path, String folder) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }
}
