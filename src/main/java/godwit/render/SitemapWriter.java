package godwit.render;

import godwit.site.Entry;
import godwit.site.Output;
import godwit.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Writes what crawlers read: sitemap.xml (sitemaps.org 0.9) and robots.txt (RFC 9309).
final class SitemapWriter {
  private SitemapWriter() {}

  /// Names the home page, the listed entries and the first page of each term.
  static byte[] write(Site site) {
    try {
      XmlText xml = new XmlText(XMLOutputFactory.newDefaultFactory());
      xml.open("urlset", "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
      xml.open("url").text("loc", site.config().site().url() + "/").close();
      for (Output output : site.outputs()) {
        if (output instanceof Output.EntryOutput(Entry entry) && entry.isListed()) {
          xml.open("url")
              .text("loc", site.permalink(entry.address()))
              .text("lastmod", lastModified(entry))
              .close();
        } else if (output instanceof Output.ListOutput list
            && list.listed() != null
            && list.page().number() == 1) {
          xml.open("url").text("loc", site.permalink(list.page().address())).close();
        }
      }
      return xml.close().finish();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail to be written to", e);
    }
  }

  private static @Nullable String lastModified(Entry entry) {
    ZonedDateTime modified = entry.frontMatter().modified();
    ZonedDateTime date = modified == null ? entry.frontMatter().date() : modified;
    return date == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.withNano(0));
  }

  static byte[] robots(Site site) {
    String url = site.config().site().url();
    String sitemap = url.isEmpty() ? "" : "\nSitemap: " + url + "/sitemap.xml\n";
    return ("User-agent: *\nDisallow:\n" + sitemap).getBytes(StandardCharsets.UTF_8);
  }
}
