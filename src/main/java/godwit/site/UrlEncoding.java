package godwit.site;

import java.nio.charset.StandardCharsets;

/// Percent-encoding of URLs (RFC 3986).
public final class UrlEncoding {
  private static final String HEX = "0123456789ABCDEF";

  private UrlEncoding() {}

  /// A path as it stands in a URL: what no path may hold is encoded as UTF-8.
  public static String path(String path) {
    if (isPlain(path)) {
      return path;
    }
    StringBuilder encoded = new StringBuilder(path.length() + 16);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isAllowed(c)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return encoded.toString();
  }

  /// The path that a URL's path stands for. A `%` that begins no escape stands for itself.
  public static String decode(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low >= 0) {
        decoded[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        decoded[length++] = bytes[i];
      }
    }
    return new String(decoded, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (!isAllowed(path.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// Unreserved characters, sub-delimiters but for the quote, `:`, `@` and `/`.
  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~!$&()*+,;=:@/".indexOf(c) >= 0;
  }
}
