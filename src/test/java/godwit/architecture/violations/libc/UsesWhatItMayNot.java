package godwit.architecture.violations.libc;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.release.UsesWhatItMayNot release;
}
