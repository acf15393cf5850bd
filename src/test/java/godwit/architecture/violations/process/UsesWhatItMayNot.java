package godwit.architecture.violations.process;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.config.UsesWhatItMayNot config;
}
