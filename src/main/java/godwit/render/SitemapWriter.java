package godwit.render;

import godwit.output.OutputPath;
import godwit.site.Address;
import godwit.site.Output;
import godwit.site.Site;
import godwit.site.SitemapUrl;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Writes what crawlers read: sitemaps (sitemaps.org 0.9) and robots.txt (RFC 9309).
final class SitemapWriter {
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private SitemapWriter() {}

  static byte[] write(Site site, Output.SitemapOutput sitemap) {
    try {
      XmlText xml = new XmlText(XMLOutputFactory.newDefaultFactory());
      xml.open("urlset", "xmlns", NAMESPACE);
      for (SitemapUrl url : sitemap.urls()) {
        xml.open("url")
            .text("loc", site.permalink(url.address()))
            .text("lastmod", iso(url.modified()))
            .close();
      }
      return xml.close().finish();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail to be written to", e);
    }
  }

  static byte[] write(Site site, Output.SitemapIndexOutput index) {
    try {
      XmlText xml = new XmlText(XMLOutputFactory.newDefaultFactory());
      xml.open("sitemapindex", "xmlns", NAMESPACE);
      for (OutputPath sitemap : index.sitemaps()) {
        xml.open("sitemap").text("loc", site.permalink(Address.of(sitemap))).close();
      }
      return xml.close().finish();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail to be written to", e);
    }
  }

  private static @Nullable String iso(@Nullable ZonedDateTime date) {
    return date == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.withNano(0));
  }

  static byte[] robots(Site site) {
    String url = site.config().site().url();
    String sitemap = url.isEmpty() ? "" : "\nSitemap: " + url + "/sitemap.xml\n";
    return ("User-agent: *\nDisallow:\n" + sitemap).getBytes(StandardCharsets.UTF_8);
  }
}
