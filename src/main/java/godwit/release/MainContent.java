package godwit.release;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// What readers come to a page for: its `main` element, or what is between its `header` and its
/// `footer` where it has none.
///
/// It only tells whether a change of the page is one of its content, so two checksums together,
/// which take a tenth of the time of a digest, are enough.
final class MainContent {
  private MainContent() {}

  /// A checksum of the main content of a page, 64 bits.
  static long checksum(byte[] html) {
    String text = new String(html, StandardCharsets.ISO_8859_1); // a character for each byte
    int start = text.indexOf("<main");
    int end = text.lastIndexOf("</main>");
    if (start < 0 || end < start) {
      start = Math.max(text.indexOf("</header>"), 0);
      end = text.lastIndexOf("<footer");
      end = end < start ? html.length : end;
    }
    return (sum(new CRC32(), html, start, end) << Integer.SIZE)
        | sum(new CRC32C(), html, start, end);
  }

  private static long sum(Checksum checksum, byte[] bytes, int start, int end) {
    checksum.update(bytes, start, end - start);
    return checksum.getValue();
  }
}
