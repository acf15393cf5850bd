package godwit.architecture.violations.output;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.content.UsesWhatItMayNot content;
}
