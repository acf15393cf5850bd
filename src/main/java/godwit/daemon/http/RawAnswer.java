package godwit.daemon.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An answer to who has not asked properly, or not asked at all: written without Jetty, after which
/// the connection is closed.
final class RawAnswer {
  private RawAnswer() {}

  /// The whole answer, header and document.
  static ByteBuffer of(Problem problem) {
    byte[] json = problem.toJson();
    byte[] head =
        String.join(
                "\r\n",
                "HTTP/1.1 " + problem.status() + " " + problem.title(),
                "Content-Type: " + Problem.MEDIA_TYPE,
                "Content-Length: " + json.length,
                "Cache-Control: no-store",
                "Connection: close",
                "",
                "")
            .getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(head.length + json.length).put(head).put(json).flip();
  }
}
