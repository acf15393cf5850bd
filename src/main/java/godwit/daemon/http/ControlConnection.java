package godwit.daemon.http;

import godwit.daemon.socket.Peer;
import godwit.daemon.socket.UserNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
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
  private final SocketEndPoint endPoint;
  private final UserNames users;
  private final Connections connections;

  /// When the header that is being read began, by System.nanoTime; 0 while none is read.
  private volatile long headerSince;

  /// Since when it has been without a whole header.
  private volatile long waitingSince = System.nanoTime();

  private volatile boolean busy;

  /// Guarded by this.
  private boolean refused;

  private volatile boolean closed;
  private volatile @Nullable Exchange exchange;

  /// Whether the request has come to its end, and not only the client.
  private volatile boolean whole;

  private @Nullable Guard guard;
  private int fields;
  private int headerBytes;

  ControlConnection(
      HttpConfiguration configuration,
      Connector connector,
      SocketEndPoint endPoint,
      UserNames users,
      Connections connections) {
    super(configuration, connector, endPoint);
    this.limits = connections.limits();
    this.endPoint = endPoint;
    this.users = users;
    this.connections = connections;
  }

  /// Who asks. May wait for the name to be looked up.
  Peer peer() {
    return endPoint.socket().credentials().named(users);
  }

  /// Whether it has a whole header to work on.
  boolean isBusy() {
    return busy;
  }

  /// Whether something has come that was not looked at yet.
  boolean isUnread() {
    return endPoint.isUnread();
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
    if (closed || endPoint.isHungUp()) { // which was when there was nobody to tell
      getConnector().getExecutor().execute(begun::hangUp);
    }
  }

  /// The request has been answered.
  void done() {
    exchange = null;
    waitingSince = System.nanoTime();
    busy = false;
  }

  /// Whether what has come is more than empty lines between two requests (RFC 9112, section 2.2):
  /// who sends only those is idle.
  boolean counts(ByteBuffer come) {
    if (busy || headerSince != 0) {
      return true;
    }
    for (int i = come.position(); i < come.limit(); i++) {
      if (!RequestLine.isLineEnd(come.get(i))) {
        return true;
      }
    }
    return false;
  }

  /// Says what is wrong, as far as that can be said at once, and closes the connection; does
  /// nothing if it has a whole header by now.
  void refuse(Problem problem) {
    synchronized (this) {
      if (busy || refused) {
        return;
      }
      refused = true;
    }
    try {
      getEndPoint().flush(RawAnswer.of(problem));
    } catch (IOException e) {
      // Who does not listen is not told.
    }
    getEndPoint().close();
  }

  /// @return false if it was refused before
  private synchronized boolean work() {
    busy = !refused;
    return busy;
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    connections.remove(this);
    closed = true;
    Exchange working = exchange;
    if (working != null) {
      working.hangUp();
    }
    super.onClose(cause);
  }

  @Override
  protected RequestHandler newRequestHandler() {
    guard = new Guard();
    return guard;
  }

  /// Is called by the constructor, as the one above is, and after that.
  @Override
  protected HttpParser newHttpParser(HttpCompliance compliance) {
    HttpConfiguration configuration = getHttpConfiguration();
    RequestLine parser =
        new RequestLine(
            Objects.requireNonNull(guard),
            configuration.getRequestHeaderSize(),
            compliance,
            () -> headerSince = now());
    parser.setHeaderCacheSize(configuration.getHeaderCacheSize());
    parser.setHeaderCacheCaseSensitive(configuration.isHeaderCacheCaseSensitive());
    return parser;
  }

  private static long now() {
    long now = System.nanoTime();
    return now == 0 ? 1 : now;
  }

  private final class Guard extends RequestHandler {
    /// Is also called when an answer was given that did not come at once, whether there is a next
    /// request or not.
    @Override
    public void messageBegin() {
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
      if (!((RequestLine) getParser()).isProper()) {
        throw new Refusal(
            Problems.malformed(
                "the request line is to be METHOD TARGET HTTP/1.1, with single spaces"));
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
      if (!work()) {
        throw new Refusal(Problems.tooSlow("header", limits.headerTime()));
      }
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
