package godwit.daemon.http;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;

/// Jetty's parser, which passes over spaces and case in a request line, with the line as it was
/// sent (RFC 9112, section 3): what one server passes over and another does not, two understand
/// differently.
final class RequestLine extends HttpParser {
  private static final Pattern PROPER = Pattern.compile("[^ \t]+ [^ \t]+ HTTP/[0-9.]+");

  /// After this nothing is kept: the line is refused for its length.
  private final int most;

  /// So many bytes of empty lines are passed over before a request line (RFC 9112, section 2.2);
  /// with more of them, a request has begun that comes slowly.
  private static final int MOST_EMPTY = 32;

  private final Runnable begun;
  private final StringBuilder line = new StringBuilder();
  private int empty;
  private boolean ended;

  /// @param most how many bytes a line and its header may have
  /// @param begun is run when a request begins
  RequestLine(
      HttpParser.RequestHandler handler, int most, HttpCompliance compliance, Runnable begun) {
    super(handler, most, compliance);
    this.most = most;
    this.begun = begun;
  }

  static boolean isLineEnd(byte character) {
    return character == '\r' || character == '\n';
  }

  /// Whether what has been read is a method, a target and a version, with one space between them.
  boolean isProper() {
    return PROPER.matcher(line).matches();
  }

  @Override
  public boolean parseNext(ByteBuffer buffer) {
    if (isStart() && ended) {
      line.setLength(0);
      empty = 0;
      ended = false;
    }
    for (int i = buffer.position(); i < buffer.limit() && !ended; i++) {
      add((char) (buffer.get(i) & 0xFF));
    }
    return super.parseNext(buffer);
  }

  private void add(char c) {
    if (line.isEmpty() && (isLineEnd((byte) c) ? ++empty == MOST_EMPTY : empty < MOST_EMPTY)) {
      begun.run();
    }
    if (c == '\n') {
      ended = line.length() > 0; // empty lines may come before it
    } else if (c != '\r' && line.length() < most) {
      line.append(c);
    }
  }
}
