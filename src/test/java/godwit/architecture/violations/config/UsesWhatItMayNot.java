package godwit.architecture.violations.config;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.content.UsesWhatItMayNot content;
}
