package godwit.architecture.violations.diagnostic;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.cli.UsesWhatItMayNot cli;
}
