package godwit.architecture.violations.daemon;

/// Breaks the table of packages, and makes system calls that are not the sockets'.
public class UsesWhatItMayNot {
  godwit.architecture.violations.render.UsesWhatItMayNot render;
  godwit.architecture.violations.libc.UsesWhatItMayNot libc;
}
