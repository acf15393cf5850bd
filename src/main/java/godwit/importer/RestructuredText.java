package godwit.importer;

import java.nio.file.Path;
import java.util.List;

/// The files of the content that are reStructuredText.
///
/// @param files relative to the site directory, sorted
/// @param includes whether one of them takes in other files
record RestructuredText(List<Path> files, boolean includes) {
  static final RestructuredText NONE = new RestructuredText(List.of(), false);

  RestructuredText {
    files = List.copyOf(files);
  }
}
