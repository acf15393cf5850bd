package godwit.release;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    if (digits.length() != DIGITS) {
      throw new IllegalArgumentException("a SHA-256 of " + digits.length() + " digits");
    }
    return new ContentHash(
        HexFormat.fromHexDigitsToLong(digits, 0, 16),
        HexFormat.fromHexDigitsToLong(digits, 16, 32),
        HexFormat.fromHexDigitsToLong(digits, 32, 48),
        HexFormat.fromHexDigitsToLong(digits, 48, 64));
  }

  private static ContentHash ended(MessageDigest digest, byte[] last) {
    ByteBuffer parts = ByteBuffer.wrap(digest.digest(last));
    return new ContentHash(parts.getLong(), parts.getLong(), parts.getLong(), parts.getLong());
  }

  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(first)
        + hex.toHexDigits(second)
        + hex.toHexDigits(third)
        + hex.toHexDigits(fourth);
  }
}
