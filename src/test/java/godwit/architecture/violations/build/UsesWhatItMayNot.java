package godwit.architecture.violations.build;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.release.UsesWhatItMayNot release;
  godwit.architecture.violations.render.UsesWhatItMayNot render;
}
