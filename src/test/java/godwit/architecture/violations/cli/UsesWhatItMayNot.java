package godwit.architecture.violations.cli;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.surprise.InNoTable surprise;
}
