package godwit.daemon.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Percent-encoding of UTF-8 (RFC 3986, section 2.1), read strictly.
final class PercentEncoding {
  private PercentEncoding() {}

  /// @return empty if an escape is not whole, or what is escaped is not UTF-8, or is a control
  ///   character
  static Optional<String> decode(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int value = raw[i];
      if (value == '%') {
        int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
        int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        value = high << 4 | low;
        i += 2;
      }
      bytes.write(value);
    }
    try {
      String decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      return decoded.chars().anyMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of(decoded);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
