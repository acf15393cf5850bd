package godwit.content;

import godwit.content.ConvertedPage.ConvertedField;
import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A converted document as content: fields and links with the places in the source that they have
/// come from. A converter does not tell these; they are looked for in the source's text.
final class ConvertedText {
  private final ConvertedPage page;
  private final SourceText source;
  private final String siteUrl;
  private final LinkCollector.Collected collected;
  private final List<String> anchors;

  ConvertedText(ConvertedPage page, SourceText source, String siteUrl) {
    this.page = page;
    this.source = source;
    this.siteUrl = siteUrl;
    LinkCollector links = new LinkCollector(new SourceText(source.file(), page.body()), siteUrl);
    this.collected = collect(page.body(), links);
    this.anchors = List.copyOf(links.anchors());
  }

  /// The fields, `title` among them if there is one.
  Metadata metadata() {
    List<MetadataField> fields = new ArrayList<>();
    if (!page.title().isEmpty() && !page.fields().containsKey("title")) {
      SourcePosition position = SourcePosition.ofFile(source.file());
      fields.add(new MetadataField("title", List.of(page.title()), false, position));
    }
    page.fields()
        .forEach(
            (name, field) ->
                fields.add(
                    new MetadataField(
                        name, field.values(), field.values().size() > 1, position(field))));
    return new Metadata(fields);
  }

  private SourcePosition position(ConvertedField field) {
    if (!field.label().isEmpty()) {
      String name = Pattern.quote(field.label());
      Matcher written =
          Pattern.compile("(?m)^:" + name + ":[ \t]*", Pattern.CASE_INSENSITIVE)
              .matcher(source.text());
      if (written.find()) {
        return source.position(written.end());
      }
    }
    return SourcePosition.ofFile(source.file());
  }

  Body body() {
    Map<String, Integer> found = new HashMap<>();
    List<Link> links = new ArrayList<>();
    for (Link link : collected.body().links()) {
      String written = link.destination();
      int before = found.getOrDefault(written, -1);
      int at = source.text().indexOf(written, before + 1);
      int place = at < 0 ? before : at; // an image's address is its text as well
      found.put(written, place);
      links.add(link.at(place < 0 ? SourcePosition.ofFile(source.file()) : source.position(place)));
    }
    return new Body(collected.body().html(), links);
  }

  int moreOffset() {
    return collected.moreOffset();
  }

  List<String> anchors() {
    return anchors;
  }

  /// A field with its markup; null if there is none of that name.
  @Nullable Body field(String name) {
    ConvertedField field = page.fields().get(name.toLowerCase(Locale.ROOT));
    if (field == null) {
      return null;
    }
    String html =
        field.html() != null ? field.html() : HtmlText.escape(String.join(", ", field.values()));
    Body body =
        collect(html, new LinkCollector(new SourceText(source.file(), html), siteUrl)).body();
    return new Body(body.html(), body.links().stream().map(l -> l.at(position(field))).toList());
  }

  private static LinkCollector.Collected collect(String html, LinkCollector links) {
    return links.collect(new StringBuilder(RawHtml.mark(html, 0, links)));
  }
}
