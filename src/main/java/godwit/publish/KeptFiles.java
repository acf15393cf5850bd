package godwit.publish;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.release.Kept;
import godwit.release.StagedRelease;
import java.util.List;

/// Tells of what somebody had put or changed by hand among the published files, and where it is
/// now.
final class KeptFiles {
  private KeptFiles() {}

  /// What was found, and a warning for each file that was kept, sorted.
  static List<Diagnostic> with(List<Diagnostic> found, StagedRelease release) {
    Diagnostics all = new Diagnostics();
    all.addAll(found);
    all.addAll(tell(release.kept()));
    return all.sorted();
  }

  /// A warning for each.
  static List<Diagnostic> tell(List<Kept> files) {
    Diagnostics found = new Diagnostics();
    for (Kept kept : files) {
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
