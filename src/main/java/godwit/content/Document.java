package godwit.content;

import godwit.config.Status;
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

  /// The same with another status.
  public Document with(Status status) {
    return new Document(source, frontMatter.with(status), body, summary, headings, anchors, words);
  }

  /// Where a field of the header stands: the first of these that is written in it, or the file
  /// where none is.
  public SourcePosition positionOf(String... fields) {
    for (String field : fields) {
      MetadataField found = frontMatter.metadata().field(field);
      if (found != null) {
        return found.position();
      }
    }
    return SourcePosition.ofFile(source.name());
  }
}
