package godwit.architecture.violations.render;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.build.UsesWhatItMayNot build;
}
