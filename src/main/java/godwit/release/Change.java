package godwit.release;

import godwit.output.OutputFile;

/// One file by which a release differs from the live one.
///
/// @param file as it is in the new release, or as it was if it is removed
/// @param size in bytes, of the new file, or of the one that is removed
/// @param content whether readers will see another text: the main content of a page differs, not
///   only its navigation or footer; true for everything that is no page, and for what is added or
///   removed
public record Change(Type type, OutputFile file, long size, boolean content) {
  /// What becomes of a file.
  public enum Type {
    ADDED,
    CHANGED,
    REMOVED
  }
}
