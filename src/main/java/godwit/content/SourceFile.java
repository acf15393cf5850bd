package godwit.content;

import java.nio.file.Path;

/// A file under the content directory that is read as a document.
///
/// @param path below the content directory, with `/` between its parts
/// @param file where it is
/// @param name what diagnostics call it: relative to the site directory
public record SourceFile(String path, Path file, String name, Kind kind) {
  /// The file's own name.
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The file's own name without its extension.
  public String baseName() {
    String fileName = fileName();
    int dot = fileName.lastIndexOf('.');
    return dot <= 0 ? fileName : fileName.substring(0, dot);
  }

  /// The name of the folder that the file is in; empty at the top.
  public String folderName() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
  }

  /// Whether it is reStructuredText.
  boolean isRestructured() {
    return path.endsWith(".rst");
  }

  boolean isHtml() {
    return path.endsWith(".html") || path.endsWith(".htm");
  }
}
