package godwit.content;

import godwit.diagnostic.SourcePosition;
import java.util.List;

/// One source file, read. It knows nothing of other files.
///
/// @param summary what lists show of it
/// @param headings of the body, in order
/// @param anchors the fragments that links to it may have
/// @param words how many words the body has
public record Document(
    SourceFile source,
    FrontMatter frontMatter,
    Body body,
    Body summary,
    List<Heading> headings,
    List<String> anchors,
    int words) {
  public Document {
    headings = List.copyOf(headings);
    anchors = List.copyOf(anchors);
  }

  /// Where a field of the header stands, or the file where the field is not written in it.
  public SourcePosition positionOf(String field) {
    MetadataField found = frontMatter.metadata().field(field);
    return found == null ? SourcePosition.ofFile(source.name()) : found.position();
  }
}
