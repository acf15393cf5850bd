package godwit.daemon.socket;

import godwit.libc.NativeText;
import godwit.libc.SocketCalls;
import java.nio.file.Path;

/// Where a Unix socket may be.
public final class SocketPath {
  /// What the kernel's address of a Unix socket has room for, besides the NUL that ends it.
  public static final int MAX_BYTES = SocketCalls.MAX_PATH_BYTES;

  private SocketPath() {}

  /// The absolute form of a path that clients can connect to.
  ///
  /// @throws ControlSocketException if it is longer than an address may be
  public static Path check(Path path) throws ControlSocketException {
    Path absolute = path.toAbsolutePath().normalize();
    int length = bytes(absolute).length;
    if (length > MAX_BYTES) {
      throw new ControlSocketException(
          ControlSocketException.Kind.CONFIG,
          "the path of the socket is too long: %s has %d bytes, and %d is the most"
              .formatted(absolute, length, MAX_BYTES),
          "choose a shorter one, such as /run/godwit/http.socket");
    }
    return absolute;
  }

  static boolean fits(Path path) {
    return bytes(path).length <= MAX_BYTES;
  }

  static byte[] bytes(Path path) {
    return NativeText.bytes(path);
  }
}
