package godwit.site;

import godwit.content.Document;
import godwit.content.Heading;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Guesses what a broken link was meant to lead to. Called for broken links only: it looks at every
/// file.
final class SimilarSource {
  private SimilarSource() {}

  /// A hint that names the file of the same name in another folder, or null.
  static @Nullable String hint(String path, LinkIndex index) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (path.startsWith("{") && path.indexOf('}') > 0) {
      return "write the braces of "
          + path.substring(0, path.indexOf('}') + 1)
          + " as they are, not as %7B";
    }
    if (name.isEmpty()) {
      return null;
    }
    return Stream.concat(
            index.bySource().keySet().stream(), index.filesBySource().keySet().stream())
        .filter(
            known ->
                known.substring(known.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT).equals(name))
        .sorted()
        .findFirst()
        .map(known -> "did you mean {filename}/" + known + "?")
        .orElse(null);
  }

  /// A hint that names the anchors there are, or null where there is none.
  static @Nullable String anchorHint(String fragment, Document document) {
    for (Heading heading : document.headings()) {
      if (heading.id().startsWith(fragment) || fragment.startsWith(heading.id())) {
        return "did you mean #" + heading.id() + "?";
      }
    }
    return document.headings().isEmpty()
        ? null
        : "it has "
            + String.join(
                ", ", document.headings().stream().limit(5).map(h -> "#" + h.id()).toList());
  }
}
