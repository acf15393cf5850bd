package godwit.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Text as the C library has it: bytes in the encoding of the locale, ended by a NUL.
public final class NativeText {
  private NativeText() {}

  /// The bytes of a path, without the NUL.
  public static byte[] bytes(Path path) {
    return path.toString().getBytes(charset());
  }

  static MemorySegment allocate(Path path, Arena arena) {
    return arena.allocateFrom(path.toString(), charset());
  }

  @SuppressWarnings("restricted") // the C library says how long its text is by ending it
  static String read(MemorySegment text) {
    return text.reinterpret(Long.MAX_VALUE).getString(0, charset());
  }

  /// What java.nio turns paths into bytes with.
  static Charset charset() {
    return Charset.forName(System.getProperty("sun.jnu.encoding"), StandardCharsets.UTF_8);
  }
}
