package godwit.release;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of a file's bytes.
record ContentHash(long first, long second, long third, long fourth) {
  /// How long [#toString] is.
  static final int DIGITS = 64;

  static ContentHash of(byte[] bytes) {
    return ended(digest(), bytes);
  }

  /// For bytes that come in parts; ended by [#ended].
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  static ContentHash ended(MessageDigest digest) {
    return ended(digest, new byte[0]);
  }

  /// @param digits 64 of them
  /// @throws IllegalArgumentException if they are not
  static ContentHash parse(CharSequence digits) {
    return parse(digits, 0, digits.length());
  }

  /// Reads what is from one index to another.
  static ContentHash parse(CharSequence text, int start, int end) {
    if (end - start != DIGITS) {
      throw new IllegalArgumentException("a SHA-256 of " + (end - start) + " digits");
    }
    return new ContentHash(
        HexFormat.fromHexDigitsToLong(text, start, start + 16),
        HexFormat.fromHexDigitsToLong(text, start + 16, start + 32),
        HexFormat.fromHexDigitsToLong(text, start + 32, start + 48),
        HexFormat.fromHexDigitsToLong(text, start + 48, end));
  }

  private static ContentHash ended(MessageDigest digest, byte[] last) {
    ByteBuffer parts = ByteBuffer.wrap(digest.digest(last));
    return new ContentHash(parts.getLong(), parts.getLong(), parts.getLong(), parts.getLong());
  }

  void appendTo(StringBuilder text) {
    appendDigits(first, text);
    appendDigits(second, text);
    appendDigits(third, text);
    appendDigits(fourth, text);
  }

  static void appendDigits(long value, StringBuilder text) {
    for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
      text.append(Character.forDigit((int) (value >>> shift) & 0xF, 16));
    }
  }

  // By hand: what a record is given takes ten times as long under the first compiler.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContentHash hash
        && first == hash.first
        && second == hash.second
        && third == hash.third
        && fourth == hash.fourth;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(DIGITS);
    appendTo(text);
    return text.toString();
  }
}
