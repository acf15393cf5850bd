package godwit.content.extension;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Abbreviations: a line `*[UTC]: Coordinated Universal Time` anywhere makes `abbr` of each `UTC`
/// in the text, as in PHP Markdown Extra. Of two meanings the last counts, as in Python-Markdown.
public final class AbbreviationExtension
    implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
  @Override
  public void extend(Parser.Builder parser) {
    parser.customBlockParserFactory(new AbbreviationParser.Factory());
    parser.postProcessor(new AbbreviationFinder());
  }

  @Override
  public void extend(HtmlRenderer.Builder renderer) {
    renderer.nodeRendererFactory(AbbreviationRenderer::new);
  }
}
