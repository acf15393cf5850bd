package godwit.architecture.violations.publish;

/// Breaks the table of packages.
public class UsesWhatItMayNot {
  godwit.architecture.violations.render.UsesWhatItMayNot render;
}
