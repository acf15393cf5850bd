package godwit.daemon.http;

import godwit.daemon.socket.EndOfInput;
import godwit.daemon.socket.Peer;
import godwit.daemon.socket.UserNames;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.newsclub.net.unix.AFUNIXSelectorProvider;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketCredentials;

/// Jetty's connector with junixsocket's channels and selector.
final class ControlConnector extends ServerConnector {
  /// The selector accepts: an acceptor thread of its own would only wait.
  private static final int ACCEPTORS = 0;

  private static final int SELECTORS = 1;

  ControlConnector(Server server, HttpConfiguration configuration, Connections connections) {
    super(server, ACCEPTORS, SELECTORS, new Factory(configuration, connections));
  }

  @Override
  protected SelectorManager newSelectorManager(
      Executor executor, Scheduler scheduler, int selectors) {
    return new ServerConnectorManager(executor, scheduler, selectors) {
      @Override
      protected Selector newSelector() throws IOException {
        return AFUNIXSelectorProvider.provider().openSelector();
      }
    };
  }

  /// What is set here for TCP has no meaning.
  @Override
  protected void configure(Socket socket) {}

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    SocketChannelEndPoint endPoint = new WatchedEndPoint(channel, selector, key, getScheduler());
    endPoint.setIdleTimeout(getIdleTimeout());
    return endPoint;
  }

  private static final class WatchedEndPoint extends SocketChannelEndPoint {
    WatchedEndPoint(
        SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
      super(channel, selector, key, scheduler);
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
      int filled = super.fill(buffer);
      if (filled == 0 && isAtEnd()) {
        shutdownInput();
        return -1;
      }
      if (filled > 0 && getConnection() instanceof ControlConnection connection) {
        connection.received();
      }
      return filled;
    }

    private boolean isAtEnd() {
      try {
        return EndOfInput.isReached((AFUNIXSocketChannel) getChannel());
      } catch (IOException e) {
        return true; // what cannot be looked at cannot be read
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
      AFUNIXSocketChannel channel =
          (AFUNIXSocketChannel) ((SocketChannelEndPoint) endPoint).getChannel();
      ControlConnection connection =
          new ControlConnection(
              getHttpConfiguration(), connector, endPoint, peer(channel), connections);
      return connections.admit(connection)
          ? configure(connection, connector, endPoint)
          : new RefusingConnection(endPoint, connector.getExecutor(), connections.limits());
    }

    private Peer peer(AFUNIXSocketChannel channel) {
      try {
        AFUNIXSocketCredentials credentials = channel.getPeerCredentials();
        return new Peer(
            Math.max(0, credentials.getPid()),
            credentials.getUid(),
            credentials.getGid(),
            users.of(credentials.getUid()));
      } catch (IOException e) {
        throw new IllegalStateException("no credentials of the peer", e); // closes the connection
      }
    }
  }
}
