package godwit.output;

/// A file of the output, without its bytes.
///
/// @param path where it stands
/// @param kind what readers use it for
/// @param source what it is made of, for people: `content/a.md`, `the index, page 2`
public record OutputFile(OutputPath path, Kind kind, String source) {
  /// What readers use a file for.
  public enum Kind {
    /// An article or a page, whose address others may have noted.
    PAGE,
    /// A page that Godwit makes of others: a list, the archives.
    LIST,
    /// Any other file, under a name that stays when its bytes change: a feed, an image.
    FILE,
    /// A file whose name changes with its bytes, for pages to refer to.
    ASSET
  }
}
