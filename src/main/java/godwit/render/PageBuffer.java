package godwit.render;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Takes what a template writes as UTF-8, up to a limit that only a template that loops reaches.
final class PageBuffer extends Writer {
  /// The template wrote more than a page can hold.
  static final class Overflow extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final int MAX_BYTES = 64 << 20;

  private byte[] bytes = new byte[16 << 10];
  private int length;

  @Override
  public void write(String string) {
    append(string.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(String string, int offset, int count) {
    write(string.substring(offset, offset + count));
  }

  @Override
  public void write(char[] characters, int offset, int count) {
    write(new String(characters, offset, count));
  }

  @Override
  public void write(int character) {
    write(String.valueOf((char) character));
  }

  private void append(byte[] more) {
    if (more.length > bytes.length - length) {
      if (more.length > MAX_BYTES - length) {
        throw new Overflow();
      }
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more.length));
    }
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
