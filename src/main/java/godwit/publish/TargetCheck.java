package godwit.publish;

import godwit.release.Finding;
import java.nio.file.Path;
import java.util.List;

/// What was found when everything that is published was read.
///
/// @param target the directory that was read, symbolic links resolved
/// @param findings what is not as it was left; empty if all is well
public record TargetCheck(Path target, List<Finding> findings) {
  public TargetCheck {
    findings = List.copyOf(findings);
  }
}
