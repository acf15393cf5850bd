package godwit.content;

import godwit.content.highlight.Highlighter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/// Writes code, coloured where its language is known: from the fence, or, of code without one, from
/// a first line `:::python` or `#!python`, which is then no code. (Python-Markdown's extension
/// codehilite.)
final class CodeRenderer implements NodeRenderer {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<mark>:{2,3}|#!)(?<language>[\\w#.+-]+)[ \\t]*(?:hl_lines=(?:\"[^\"\\n"
              + "]*\"|'[^'\\n"
              + "]*')[ \\t]*)?\\n");

  /// As in Python-Markdown and Pandoc.
  private static final Pattern CLASS = Pattern.compile("\\{[^}]*?[.](?<language>[\\w#+-]+)[^}]*}");

  /// A block of code. @param language empty where it has none
  private record Code(String language, String text) {}

  private final HtmlNodeRendererContext context;
  private final @Nullable Highlighter highlighter;

  /// @param highlighter null where code is not coloured
  CodeRenderer(HtmlNodeRendererContext context, @Nullable Highlighter highlighter) {
    this.context = context;
    this.highlighter = highlighter;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(FencedCodeBlock.class, IndentedCodeBlock.class);
  }

  @Override
  public void render(Node node) {
    Code code = code(node);
    HtmlWriter html = context.getWriter();
    Map<String, String> attributes = new LinkedHashMap<>();
    if (!code.language().isEmpty()) {
      attributes.put("class", "language-" + code.language());
    }
    html.line();
    html.tag("pre", context.extendAttributes(node, "pre", Map.of()));
    html.tag("code", context.extendAttributes(node, "code", attributes));
    Optional<String> coloured =
        highlighter == null || code.language().isEmpty()
            ? Optional.empty()
            : highlighter.highlight(code.language(), code.text());
    if (coloured.isPresent()) {
      html.raw(coloured.get());
    } else {
      html.text(code.text());
    }
    html.tag("/code");
    html.tag("/pre");
    html.line();
  }

  private Code code(Node node) {
    return switch (node) {
      case FencedCodeBlock block when !language(block.getInfo()).isEmpty() ->
          new Code(language(block.getInfo()), block.getLiteral());
      case FencedCodeBlock block -> named(block.getLiteral());
      case IndentedCodeBlock block -> named(block.getLiteral());
      default -> throw new IllegalArgumentException("no code: " + node);
    };
  }

  /// Code whose first line may name its language.
  private Code named(String text) {
    int indent = 0; // in lists whose marks are narrower than Python-Markdown's four columns
    while (indent < text.length() && text.charAt(indent) == ' ') {
      indent++;
    }
    if (!text.startsWith("::", indent) && !text.startsWith("#!", indent)) {
      return new Code("", text);
    }
    String code = indent == 0 ? text : text.replaceAll("(?m)^ {1," + indent + "}", "");
    Matcher named = NAMED.matcher(code);
    if (!named.lookingAt()) {
      return new Code("", text);
    }
    String language = named.group("language");
    // A line such as #!makeprg is code unless it names a language.
    boolean isName =
        named.group("mark").startsWith(":") || (highlighter != null && highlighter.knows(language));
    return isName ? new Code(language, code.substring(named.end())) : new Code("", text);
  }

  /// The first word of the info string: "java" of `java {linenos=true}`, and of `{.java #id}`.
  private static String language(@Nullable String info) {
    if (info == null) {
      return "";
    }
    String stripped = info.strip();
    Matcher braces = CLASS.matcher(stripped);
    if (braces.lookingAt()) {
      return braces.group("language");
    }
    int end = 0;
    while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
      end++;
    }
    return stripped.substring(0, end);
  }
}
