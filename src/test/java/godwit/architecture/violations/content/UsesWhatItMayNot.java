package godwit.architecture.violations.content;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.site.UsesWhatItMayNot site;
}
