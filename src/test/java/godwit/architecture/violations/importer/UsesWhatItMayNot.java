package godwit.architecture.violations.importer;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.content.UsesWhatItMayNot content;
}
