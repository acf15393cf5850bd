package godwit.architecture.violations.util;

/// Has a name that says nothing, in a package that says nothing.
class ThingManager {}
