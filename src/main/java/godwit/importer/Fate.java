package godwit.importer;

/// What becomes of a setting of Pelican.
///
/// @param kind what kind of fate
/// @param pelicanDefault the value that is as good as none, as
///   [godwit.importer.python.PythonValue#shown] writes it; empty where every value counts
/// @param words the key, or what to do, or why nothing is to be done
record Fate(Kind kind, String pelicanDefault, String words) {
  enum Kind {
    /// It becomes a key.
    KEY,
    /// It has no counterpart.
    NONE,
    /// Godwit does it, but in another way or only after something is written.
    DIFFERENT,
    /// Godwit does without it.
    UNNEEDED,
    /// Pelican has replaced it by another.
    REPLACED,
    /// Another setting says the same: smart punctuation, of Markdown's extensions.
    SMART
  }
}
