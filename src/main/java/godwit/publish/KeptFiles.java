package godwit.publish;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.release.Kept;
import java.util.List;

/// Tells of what somebody had put or changed by hand among the published files, and where it is
/// now.
final class KeptFiles {
  private KeptFiles() {}

  /// A warning for each file that was served until now though it is of no release.
  ///
  /// @param paths below `html`
  static List<Diagnostic> tellUnserved(List<String> paths) {
    Diagnostics found = new Diagnostics();
    for (String path : paths) {
      found.warning(
          SourcePosition.ofFile("html/" + path),
          "kept-file",
          "it was added by hand, and is no longer served: it is now html.old/" + path,
          "put it among the sources if it is to be published, else delete it; a later publish moves"
              + " it to .godwit/kept");
    }
    return found.sorted();
  }

  /// A warning for each.
  static List<Diagnostic> tell(List<Kept> files) {
    Diagnostics found = new Diagnostics();
    for (Kept kept : files) {
      if (kept.obstacle().isPresent()) {
        found.warning(
            SourcePosition.ofFile("html.old"),
            "kept-file",
            "the tree of release %s could not be used again, so it is kept as %s, and all files were copied instead: %s"
                .formatted(kept.release(), kept.now(), kept.obstacle().get()),
            "delete it, as the user who may, when there is nothing in it that you need: `sudo rm -r %s`"
                .formatted(kept.now()));
        continue;
      }
      String message =
          "it was %s by hand in release %s, and is kept as %s"
              .formatted(kept.changed() ? "changed" : "added", kept.release(), kept.now());
      found.warning(
          SourcePosition.ofFile(kept.path().isEmpty() ? "html.old" : "html.old/" + kept.path()),
          "kept-file",
          message,
          kept.changed()
              ? "what is published is made of the sources: make the change there, or delete the"
                  + " file"
              : "put it among the sources if it is to be published, else delete it");
    }
    return found.sorted();
  }
}
