package godwit.content;

import godwit.config.MarkdownSettings;
import godwit.content.extension.AbbreviationExtension;
import godwit.content.extension.AttributeListExtension;
import godwit.content.extension.DefinitionListExtension;
import godwit.content.highlight.Highlighter;
import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.image.attributes.ImageAttributesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/// Reads Markdown as CommonMark with GitHub's extensions and those of Markdown Extra. One instance
/// serves every thread.
final class Markdown {
  /// What was read of one text.
  ///
  /// @param title the text of the first level-one heading if that was asked for and found, else
  ///   null
  /// @param moreOffset where `<!-- more -->` stands in the body, or -1
  /// @param unreadLinks where the brackets end of what looks like a link and is none
  /// @param unreadMarkup what else is not read, and where
  /// @param source the Markdown itself, null where it was not asked for
  record Result(
      Body body,
      @Nullable String title,
      List<godwit.content.Heading> headings,
      List<String> anchors,
      int moreOffset,
      List<SourcePosition> unreadLinks,
      List<Unread> unreadMarkup,
      @Nullable MarkdownSource source) {}

  /// What stays as it is written, and where.
  record Unread(UnreadMarkup.Kind kind, SourcePosition position) {}

  /// A table has more cells than are read, a million.
  static final class TableTooLarge extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TableTooLarge(IllegalArgumentException cause) {
      super(cause);
    }
  }

  private final Parser parser;
  private final List<Extension> extensions;
  private final Highlighter highlighter;
  private final MarkdownSettings settings;
  private final String siteUrl;

  /// @param siteUrl the site's own URL, by which its own addresses are known from others
  Markdown(MarkdownSettings settings, String siteUrl) {
    this.settings = settings;
    this.siteUrl = siteUrl;
    this.highlighter = new Highlighter();
    this.extensions = extensions(settings);
    this.parser =
        Parser.builder()
            .extensions(extensions)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .linkProcessor(new SpacedLinkProcessor())
            .build();
  }

  private static List<Extension> extensions(MarkdownSettings settings) {
    List<Extension> extensions = new ArrayList<>();
    extensions.add(TablesExtension.create());
    extensions.add(StrikethroughExtension.builder().requireTwoTildes(true).build());
    extensions.add(TaskListItemsExtension.create());
    extensions.add(FootnotesExtension.builder().inlineFootnotes(true).build());
    extensions.add(ImageAttributesExtension.create());
    extensions.add(new DefinitionListExtension());
    extensions.add(new AttributeListExtension());
    if (settings.autolinks()) {
      extensions.add(AutolinkExtension.create());
    }
    extensions.add(new AbbreviationExtension()); // in what the links have left
    return List.copyOf(extensions);
  }

  /// Reads the Markdown that begins at an offset of a source.
  ///
  /// @param takeTitle whether the first level-one heading is the title and leaves the body
  /// @param keepSource whether the result has the Markdown itself
  Result read(SourceText source, int bodyOffset, boolean takeTitle, boolean keepSource) {
    String text = source.text().substring(bodyOffset);
    Node document = parse(text);
    List<SourcePosition> unreadLinks =
        UnreadLinks.find(text, document).stream()
            .map(offset -> source.position(bodyOffset + offset))
            .toList();
    Map<Node, String> ids = HeadingIds.take(document);
    List<Unread> unreadMarkup =
        UnreadMarkup.find(text, document).stream()
            .map(found -> new Unread(found.kind(), source.position(bodyOffset + found.offset())))
            .toList();
    Heading title = takeTitle ? takeTitle(document) : null;
    MarkdownSource markdown =
        keepSource ? MarkdownSourceReader.read(text, document, title, siteUrl) : null;
    MarkGuard.apply(document);
    if (settings.smartPunctuation()) {
      SmartPunctuation.apply(document);
    }
    TableOfContents.mark(document);
    MarkdownOutline outline = MarkdownOutline.of(document, ids, settings.anchors());
    LinkCollector links = new LinkCollector(source, siteUrl);
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(extensions)
            .percentEncodeUrls(true)
            .attributeProviderFactory(context -> new LinkAttributes(links, bodyOffset))
            .attributeProviderFactory(context -> new AnchorAttributes(settings.anchors(), links))
            .nodeRendererFactory(context -> new HeadingRenderer(context, outline))
            .nodeRendererFactory(context -> new RawHtmlRenderer(context, links, bodyOffset))
            .nodeRendererFactory(
                context -> new TableOfContentsRenderer(context, outline, links, bodyOffset))
            .nodeRendererFactory(context -> new AlertRenderer(context))
            .nodeRendererFactory(
                context -> new CodeRenderer(context, settings.highlight() ? highlighter : null))
            .build();
    StringBuilder html = new StringBuilder(source.text().length() * 2);
    renderer.render(document, html);
    LinkCollector.Collected collected = links.collect(html);
    List<String> anchors = new ArrayList<>(links.anchors());
    outline.headings().forEach(heading -> anchors.add(heading.id()));
    return new Result(
        collected.body(),
        title == null ? null : textOf(title),
        outline.headings(),
        List.copyOf(anchors),
        collected.moreOffset(),
        unreadLinks,
        unreadMarkup,
        markdown);
  }

  private Node parse(String text) {
    try {
      return parser.parse(text);
    } catch (IllegalArgumentException e) {
      throw String.valueOf(e.getMessage()).contains("maximum number of cells")
          ? new TableTooLarge(e)
          : e;
    }
  }

  private static @Nullable Heading takeTitle(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 1) {
        heading.unlink();
        MarkGuard.apply(heading);
        return heading;
      }
    }
    return null;
  }

  private static @Nullable String textOf(Heading title) {
    String text = PlainText.of(title);
    return text.isBlank() ? null : text;
  }
}
