package godwit.daemon.http;

import godwit.daemon.socket.Peer;
import java.io.IOException;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/// A connection that counts what is read against the [Limits] and knows since when it waits for
/// what.
final class ControlConnection extends HttpConnection {
  /// Between the parts of a request line, and at its end.
  private static final int REQUEST_LINE_MARKS = 4;

  /// Between name and value, and at the end of a field.
  private static final int FIELD_MARKS = 4;

  /// A path, the `*` of OPTIONS, a whole URL, or an authority, which CONNECT has; no spaces, no
  /// controls, nothing but ASCII.
  private static final Pattern TARGET =
      Pattern.compile("(/|\\*$|[A-Za-z][-+.A-Za-z0-9]*://|[^/?#]*:[0-9]+$)[!-~]*");

  private final Limits limits;
  private final Peer peer;
  private final Connections connections;

  /// When the header that is being read began, by System.nanoTime; 0 while none is read.
  private volatile long headerSince;

  /// Since when it has been without a whole header.
  private volatile long waitingSince = System.nanoTime();

  private volatile boolean busy;
  private volatile @Nullable Exchange exchange;

  /// Whether the request has come to its end, and not only the client.
  private volatile boolean whole;

  private int fields;
  private int headerBytes;

  ControlConnection(
      HttpConfiguration configuration,
      Connector connector,
      EndPoint endPoint,
      Peer peer,
      Connections connections) {
    super(configuration, connector, endPoint);
    this.limits = connections.limits();
    this.peer = peer;
    this.connections = connections;
  }

  Peer peer() {
    return peer;
  }

  /// Whether it has a whole header to work on.
  boolean isBusy() {
    return busy;
  }

  long waitingSince() {
    return waitingSince;
  }

  /// For how long a header has been read, in nanoseconds; 0 if none is.
  long headerAge(long now) {
    long since = headerSince;
    return since == 0 ? 0 : now - since;
  }

  boolean isWhole() {
    return whole;
  }

  /// What it works on.
  @Nullable Exchange exchange() {
    return exchange;
  }

  void begin(Exchange begun) {
    exchange = begun;
  }

  /// The request has been answered.
  void done() {
    exchange = null;
    waitingSince = System.nanoTime();
    busy = false;
  }

  /// Bytes have been read.
  void received() {
    if (!busy && headerSince == 0) {
      headerSince = now();
    }
  }

  /// Says what is wrong, as far as that can be said at once, and closes the connection, which is
  /// not busy.
  void refuse(Problem problem) {
    try {
      getEndPoint().flush(RawAnswer.of(problem));
    } catch (IOException e) {
      // Who does not listen is not told.
    }
    getEndPoint().close();
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    connections.remove(this);
    Exchange working = exchange;
    if (working != null) { // the selector closes who has hung up, whatever is waited for
      working.hangUp();
    }
    super.onClose(cause);
  }

  @Override
  protected RequestHandler newRequestHandler() {
    return new Guard();
  }

  private static long now() {
    long now = System.nanoTime();
    return now == 0 ? 1 : now;
  }

  private final class Guard extends RequestHandler {
    @Override
    public void messageBegin() {
      if (headerSince == 0) {
        headerSince = now();
      }
      fields = 0;
      headerBytes = 0;
      super.messageBegin();
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {
      super.startRequest(method, uri, version);
      int length =
          method.length() + uri.length() + version.asString().length() + REQUEST_LINE_MARKS;
      if (length > limits.requestLineBytes()) {
        throw new Refusal(Problems.requestLineTooLong(limits));
      }
      if (!TARGET.matcher(uri).matches()) {
        throw new Refusal(Problems.malformed("the target is no path, or has bad characters"));
      }
    }

    @Override
    public void parsedHeader(HttpField field) {
      super.parsedHeader(field);
      String value = field.getValue();
      headerBytes += field.getName().length() + (value == null ? 0 : value.length()) + FIELD_MARKS;
      if (++fields > limits.headerFields()) {
        throw new Refusal(Problems.tooManyFields(limits));
      }
      if (headerBytes > limits.headerBytes()) {
        throw new Refusal(Problems.headerTooLarge(limits));
      }
      if (field.getHeader() == HttpHeader.TRANSFER_ENCODING && !"chunked".equalsIgnoreCase(value)) {
        throw new Refusal(Problems.malformed("Transfer-Encoding may be chunked, and nothing else"));
      }
    }

    @Override
    public boolean headerComplete() {
      busy = true;
      whole = false;
      headerSince = 0;
      return super.headerComplete();
    }

    /// Not always called where a client stops in the middle of a body, though the body's reader is
    /// then told that this was the end.
    @Override
    public boolean messageComplete() {
      whole = true;
      return super.messageComplete();
    }

    @Override
    public void badMessage(HttpException failure) {
      headerSince = 0;
      super.badMessage(failure);
    }
  }
}
