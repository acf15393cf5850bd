package godwit.content;

import godwit.content.highlight.Highlighter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/// Writes fenced code, coloured where its language is known.
final class CodeRenderer implements NodeRenderer {
  private final HtmlNodeRendererContext context;
  private final @Nullable Highlighter highlighter;

  /// @param highlighter null where code is not coloured
  CodeRenderer(HtmlNodeRendererContext context, @Nullable Highlighter highlighter) {
    this.context = context;
    this.highlighter = highlighter;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(FencedCodeBlock.class);
  }

  @Override
  public void render(Node node) {
    FencedCodeBlock block = (FencedCodeBlock) node;
    HtmlWriter html = context.getWriter();
    String language = language(block.getInfo());
    Map<String, String> attributes = new LinkedHashMap<>();
    if (!language.isEmpty()) {
      attributes.put("class", "language-" + language);
    }
    html.line();
    html.tag("pre", context.extendAttributes(node, "pre", Map.of()));
    html.tag("code", context.extendAttributes(node, "code", attributes));
    Optional<String> coloured =
        highlighter == null || language.isEmpty()
            ? Optional.empty()
            : highlighter.highlight(language, block.getLiteral());
    if (coloured.isPresent()) {
      html.raw(coloured.get());
    } else {
      html.text(block.getLiteral());
    }
    html.tag("/code");
    html.tag("/pre");
    html.line();
  }

  /// The first word of the info string: "java" of `java {linenos=true}`.
  private static String language(@Nullable String info) {
    if (info == null) {
      return "";
    }
    String stripped = info.strip();
    int end = 0;
    while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
      end++;
    }
    return stripped.substring(0, end);
  }
}
