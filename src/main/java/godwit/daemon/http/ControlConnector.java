package godwit.daemon.http;

import godwit.daemon.socket.ClientSocket;
import godwit.daemon.socket.ControlSocket;
import godwit.daemon.socket.Poller;
import godwit.daemon.socket.UserNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.strategy.AdaptiveExecutionStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts connections, and has the threads of Jetty's pool do what is to be done on them. One of
/// them at a time waits for something to happen, and does it itself if another can wait meanwhile.
final class ControlConnector extends AbstractConnector {
  private static final Logger LOG = LoggerFactory.getLogger(ControlConnector.class);

  /// Who waits for what happens accepts too.
  private static final int ACCEPTORS = 0;

  /// How many are accepted before the others are looked after.
  private static final int MOST_ACCEPTED = 16;

  /// For how long nobody is accepted when there are too many open files.
  private static final int PAUSE_MILLIS = 100;

  /// For how long when the server is late with reading.
  private static final int BREATH_MILLIS = 2;

  private final ControlSocket listening;
  private final Connections connections;
  private final AdaptiveExecutionStrategy strategy;
  private final Deque<Poller.Event> events = new ArrayDeque<>(); // of the one thread that waits
  private volatile @Nullable Poller poller;

  ControlConnector(
      Server server,
      HttpConfiguration configuration,
      Connections connections,
      ControlSocket listening) {
    super(server, null, null, null, ACCEPTORS, new Factory(configuration, connections));
    this.listening = listening;
    this.connections = connections;
    this.strategy = new AdaptiveExecutionStrategy(this::next, getExecutor());
    installBean(strategy);
    addEventListener(new Course());
  }

  /// Has to come before the start.
  void open() throws IOException {
    Poller made = new Poller();
    try {
      made.watch(listening);
    } catch (IOException e) {
      made.close();
      throw e;
    }
    poller = made;
  }

  /// Accepts no more. Who has connected and was not accepted is there for the next who listens.
  @Override
  public CompletableFuture<Void> shutdown() {
    try {
      poller().ignore(listening);
    } catch (IOException e) {
      LOG.warn("still accepts connections", e);
    }
    return super.shutdown();
  }

  @Override
  protected void accept(int acceptor) {
    throw new IllegalStateException("there are no acceptors");
  }

  @Override
  public Object getTransport() {
    return listening;
  }

  private Poller poller() {
    return Objects.requireNonNull(poller, "not open");
  }

  /// Waits for something to do. @return null if there will be nothing more
  private @Nullable Runnable next() {
    try {
      while (poller().isOpen()) {
        Runnable task =
            switch (events.poll()) {
              case null -> {
                events.addAll(poller().await());
                yield null;
              }
              case Poller.Event.Waiting _ -> {
                acceptAll();
                yield null;
              }
              case Poller.Event.Changed changed ->
                  ((SocketEndPoint) changed.watcher()).changed(changed.writable());
            };
        if (task != null) {
          return task;
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("connections cannot be waited for", e);
    }
  }

  private void acceptAll() {
    try {
      for (int i = 0; i < MOST_ACCEPTED; i++) {
        if (!connections.canDecide()) {
          pause(BREATH_MILLIS);
          return;
        }
        Optional<ClientSocket> accepted = listening.accept();
        if (accepted.isEmpty()) {
          return;
        }
        begin(accepted.get());
      }
    } catch (ClosedChannelException e) {
      LOG.debug("the socket was closed", e);
    } catch (IOException e) {
      LOG.warn("no connection can be accepted now: {}", e.getMessage());
      pause(PAUSE_MILLIS);
    }
  }

  /// Somebody still waits and would be told of again and again.
  private void pause(int millis) {
    try {
      poller().ignore(listening);
      getScheduler().schedule(this::heed, millis, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      LOG.debug("the socket was closed", e);
    }
  }

  private void heed() {
    try {
      if (isRunning() && !isShutdown()) {
        poller().heed(listening);
      }
    } catch (IOException e) {
      LOG.debug("the socket was closed", e);
    }
  }

  private void begin(ClientSocket socket) {
    SocketEndPoint endPoint =
        new SocketEndPoint(socket, poller(), getExecutor(), getScheduler(), this::ended);
    try {
      endPoint.setIdleTimeout(getIdleTimeout());
      Connection connection = getDefaultConnectionFactory().newConnection(this, endPoint);
      endPoint.setConnection(connection);
      endPoint.onOpen();
      onEndPointOpened(endPoint);
      connection.onOpen();
      endPoint.watch();
    } catch (IOException | RuntimeException e) {
      LOG.warn("a connection could not be begun", e);
      endPoint.close(e);
    }
  }

  private void ended(SocketEndPoint endPoint, @Nullable Throwable cause) {
    if (endPoint.getConnection() instanceof ControlConnection connection) {
      connections.remove(connection); // its place is free, whatever else there is to do
    }
    getExecutor()
        .execute(
            () -> {
              try {
                Connection connection = endPoint.getConnection();
                if (connection != null) {
                  connection.onClose(cause);
                }
              } finally {
                onEndPointClosed(endPoint);
              }
            });
  }

  /// What Jetty's start and stop mean here.
  private final class Course implements LifeCycle.Listener {
    @Override
    public void lifeCycleStarted(LifeCycle started) {
      strategy.dispatch();
    }

    @Override
    public void lifeCycleStopping(LifeCycle stopping) {
      List.copyOf(getConnectedEndPoints()).forEach(EndPoint::close);
      try {
        poller().close();
      } catch (IOException e) {
        LOG.warn("a poller was closed badly", e);
      }
    }
  }

  private static final class Factory extends HttpConnectionFactory {
    private final Connections connections;
    private final UserNames users = new UserNames();

    Factory(HttpConfiguration configuration, Connections connections) {
      super(configuration);
      this.connections = connections;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
      SocketEndPoint own = (SocketEndPoint) endPoint;
      ControlConnection connection =
          new ControlConnection(getHttpConfiguration(), connector, own, users, connections);
      return connections.admit(connection)
          ? configure(connection, connector, endPoint)
          : new RefusingConnection(endPoint, connector.getExecutor(), connections.limits());
    }
  }
}
