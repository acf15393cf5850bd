package godwit.architecture.violations.site;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.render.UsesWhatItMayNot render;
}
