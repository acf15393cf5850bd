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
  private static final byte[] MAIN = ascii("<main");
  private static final byte[] MAIN_END = ascii("</main>");
  private static final byte[] HEADER_END = ascii("</header>");
  private static final byte[] FOOTER = ascii("<footer");

  private MainContent() {}

  /// A checksum of the main content of a page, 64 bits.
  static long checksum(byte[] html) {
    int start = indexOf(html, MAIN, 0);
    int end = start < 0 ? -1 : lastIndexOf(html, MAIN_END);
    if (end < start || start < 0) {
      int header = indexOf(html, HEADER_END, 0);
      start = Math.max(header, 0);
      end = lastIndexOf(html, FOOTER);
      end = end < start ? html.length : end;
    }
    return (sum(new CRC32(), html, start, end) << Integer.SIZE)
        | sum(new CRC32C(), html, start, end);
  }

  private static long sum(Checksum checksum, byte[] bytes, int start, int end) {
    checksum.update(bytes, start, end - start);
    return checksum.getValue();
  }

  private static int indexOf(byte[] bytes, byte[] part, int from) {
    for (int i = from; i <= bytes.length - part.length; i++) {
      if (bytes[i] == '<' && startsAt(bytes, part, i)) {
        return i;
      }
    }
    return -1;
  }

  private static int lastIndexOf(byte[] bytes, byte[] part) {
    for (int i = bytes.length - part.length; i >= 0; i--) {
      if (bytes[i] == '<' && startsAt(bytes, part, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsAt(byte[] bytes, byte[] part, int at) {
    for (int i = 0; i < part.length; i++) {
      if (bytes[at + i] != part[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
