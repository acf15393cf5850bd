package godwit.importer.python;

import godwit.diagnostic.SourcePosition;

/// A name that was given a value.
///
/// @param position of the name where it was given this value
public record Assignment(String name, SourcePosition position, PythonValue value) {}
