package godwit.content.extension;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Definition lists: one or more lines with terms, and below them the definitions, each behind a
/// colon. An empty line between makes paragraphs of the definitions.
///
/// ```markdown
/// Spring tide
/// : A tide just after a new or full moon.
/// ```
///
/// The rules are those of PHP Markdown Extra, which Python-Markdown, kramdown and Hugo share.
public final class DefinitionListExtension
    implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
  @Override
  public void extend(Parser.Builder parser) {
    parser.customBlockParserFactory(new DefinitionParser.Factory());
    parser.postProcessor(new DefinitionListJoiner());
  }

  @Override
  public void extend(HtmlRenderer.Builder renderer) {
    renderer.nodeRendererFactory(DefinitionListRenderer::new);
  }
}
