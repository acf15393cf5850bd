package godwit.daemon.http;

import godwit.daemon.socket.ControlSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server on a control socket: Jetty, with strict rules.
///
/// ```java
/// HttpServer server = new HttpServer(socket, routes, Limits.DEFAULT);
/// server.start();
/// …
/// server.stop(Duration.ofSeconds(10));
/// ```
public final class HttpServer {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /// Endpoints that block at once, and the selector; the others wait in the pool's queue.
  private static final int THREADS = 24;

  /// How often is looked for slow requests.
  private static final Duration INSPECTION = Duration.ofMillis(250);

  /// Kept, as Java forgets the level of a logger that nobody has.
  private final java.util.logging.Logger jettyLog =
      java.util.logging.Logger.getLogger("org.eclipse.jetty");

  private final ControlSocket socket;
  private final Server server;
  private final ControlConnector connector;
  private final Connections connections;
  private final EndlessStreams endless = new EndlessStreams();

  /// A server that is not started, and answers 404 where no route fits.
  public HttpServer(ControlSocket socket, List<Route> routes, Limits limits) {
    this(socket, routes, call -> Answer.problem(Problems.notFound(call.path())), limits);
  }

  /// A server that is not started.
  ///
  /// @param socket is closed by [#stop]
  /// @param routes of which the first that fits answers
  /// @param otherwise answers where no path fits, whatever the method
  public HttpServer(ControlSocket socket, List<Route> routes, Endpoint otherwise, Limits limits) {
    jettyLog.setLevel(Level.WARNING); // when it starts and stops is its own business
    this.socket = socket;
    this.connections = new Connections(limits);
    QueuedThreadPool pool = new QueuedThreadPool(THREADS);
    pool.setName("http");
    this.server = new Server(pool);
    this.connector = new ControlConnector(server, configuration(limits), connections, socket);
    connector.setIdleTimeout(limits.idleTime().toMillis());
    server.addConnector(connector);
    server.setErrorHandler(new ErrorDocuments(limits));
    server.setHandler(new GracefulHandler(new Router(routes, otherwise, limits, endless)));
  }

  /// Answers from now on. @throws IOException if the socket cannot be served
  public void start() throws IOException {
    connector.open();
    try {
      server.start();
    } catch (Exception e) { // Jetty declares it
      throw new IOException("the HTTP server did not start: " + e.getMessage(), e);
    }
    inspect();
  }

  /// Accepts no more connections, ends the streams that have no end of their own, lets the calls
  /// that are under way be answered, and closes the socket.
  ///
  /// @param grace how long it waits for them; then their connections are closed
  public void stop(Duration grace) throws IOException {
    socket.unlink();
    endless.endAll();
    server.setStopTimeout(Math.max(1, grace.toMillis()));
    try {
      server.stop();
    } catch (Exception e) { // also that not everybody was answered in time
      LOG.warn("stopped with calls under way: {}", e.toString());
    } finally {
      socket.close();
    }
  }

  /// How many connections are open.
  public int connections() {
    return connections.size();
  }

  private void inspect() {
    if (server.isRunning()) {
      try {
        connections.inspect();
      } catch (RuntimeException e) {
        LOG.error("a bug in Godwit, met when looking at the connections", e);
      } finally {
        server.getScheduler().schedule(this::inspect, INSPECTION.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private static HttpConfiguration configuration(Limits limits) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    configuration.setSendXPoweredBy(false);
    // For clients of HTTP/1.0, which name none.
    configuration.setServerAuthority(new HostPort("localhost"));
    configuration.setHttpCompliance(HttpCompliance.STRICT);
    configuration.setUriCompliance(UriCompliance.RFC3986);
    // Jetty counts the request line with the header.
    configuration.setRequestHeaderSize(limits.requestLineBytes() + limits.headerBytes());
    return configuration;
  }
}
