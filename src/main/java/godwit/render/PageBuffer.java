package godwit.render;

import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// Takes what a template writes, up to a limit that only a template that loops reaches.
final class PageBuffer extends Writer {
  /// The template wrote more than a page can hold.
  static final class Overflow extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final int MAX_CHARS = 64 << 20;

  private final StringBuilder text = new StringBuilder(16 << 10);

  @Override
  public void write(char[] characters, int offset, int length) {
    text.append(characters, offset, length);
    checkLimit();
  }

  @Override
  public void write(String string) {
    text.append(string);
    checkLimit();
  }

  @Override
  public void write(String string, int offset, int length) {
    text.append(string, offset, offset + length);
    checkLimit();
  }

  @Override
  public void write(int character) {
    text.append((char) character);
  }

  private void checkLimit() {
    if (text.length() > MAX_CHARS) {
      throw new Overflow();
    }
  }

  byte[] toBytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
