package godwit.content.extension;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Attribute lists: `{: .wide #map title="The map"}`, also without the colon, give attributes to
/// - a link, an image, emphasis or code that they stand behind, without a space;
/// - a heading, a term or a table's cell that they end;
/// - a paragraph, or an item of a list, whose last line they are.
///
/// What begins with a dot is a class, with `#` the id, and others are written as in HTML. With the
/// colon a word alone is an attribute, too; without it braces with one are text. The rules are
/// those of Python-Markdown's attr_list.
public final class AttributeListExtension
    implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
  @Override
  public void extend(Parser.Builder parser) {
    parser.postProcessor(new AttributeListFinder());
  }

  @Override
  public void extend(HtmlRenderer.Builder renderer) {
    renderer.attributeProviderFactory(_ -> new AttributeListProvider());
  }
}
