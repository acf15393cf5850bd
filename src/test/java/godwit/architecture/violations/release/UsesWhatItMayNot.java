package godwit.architecture.violations.release;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.build.UsesWhatItMayNot build;
}
