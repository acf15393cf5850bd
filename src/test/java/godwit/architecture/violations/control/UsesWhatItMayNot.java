package godwit.architecture.violations.control;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.daemon.UsesWhatItMayNot daemon;
}
