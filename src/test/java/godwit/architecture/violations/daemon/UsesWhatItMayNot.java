package godwit.architecture.violations.daemon;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.render.UsesWhatItMayNot render;
}
