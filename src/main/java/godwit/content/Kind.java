package godwit.content;

/// What a source file is, by its folder.
public enum Kind {
  ARTICLE,
  PAGE
}
