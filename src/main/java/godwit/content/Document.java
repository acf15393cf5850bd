package godwit.content;

import godwit.config.Status;
import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One source file, read. It knows nothing of other files.
///
/// @param summary what lists show of it
/// @param formatted other fields of the header that are written in Markdown, by name
/// @param headings of the body, in order
/// @param anchors the fragments that links to it may have
/// @param words how many words the body has
/// @param markdown the body as it is written; null where it is no Markdown or copies are not wanted
public record Document(
    SourceFile source,
    FrontMatter frontMatter,
    Body body,
    Body summary,
    Map<String, Body> formatted,
    List<Heading> headings,
    List<String> anchors,
    int words,
    @Nullable MarkdownSource markdown) {
  public Document {
    formatted = Map.copyOf(formatted);
    headings = List.copyOf(headings);
    anchors = List.copyOf(anchors);
  }

  /// The same with another status.
  public Document with(Status status) {
    return new Document(
        source,
        frontMatter.with(status),
        body,
        summary,
        formatted,
        headings,
        anchors,
        words,
        markdown);
  }

  /// Every text with links that the site may show of it, in a fixed order.
  public List<Body> texts() {
    List<Body> texts = new ArrayList<>();
    texts.add(body);
    texts.add(summary);
    formatted.keySet().stream().sorted().map(formatted::get).forEach(texts::add);
    return texts;
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
