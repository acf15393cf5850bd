package godwit.content;

/// A heading of a document, for its table of contents.
///
/// @param level 1 to 6
/// @param id the anchor, unique in its document
/// @param text without markup
public record Heading(int level, String id, String text) {}
