package godwit.daemon;

import godwit.daemon.http.HttpServer;
import godwit.daemon.http.Limits;
import godwit.daemon.socket.ControlSocket;
import godwit.daemon.socket.SocketOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A server in this process, with [ServedRoutes].
record Served(Path path, HttpServer server, ServedRoutes routes) implements AutoCloseable {
  static Served start(Path directory) throws IOException {
    return start(directory, Limits.DEFAULT);
  }

  static Served start(Path directory, Limits limits) throws IOException {
    Path path = directory.resolve("http.socket");
    ControlSocket socket = ControlSocket.open(new SocketOptions(path, 0660, Optional.empty()));
    ServedRoutes routes = new ServedRoutes();
    HttpServer server = new HttpServer(socket, routes.all(), limits);
    server.start();
    return new Served(path, server, routes);
  }

  RawClient client() throws IOException {
    return new RawClient(path);
  }

  /// One request on a connection of its own. @return the whole answer
  String ask(String request) throws IOException, InterruptedException {
    try (RawClient client = client()) {
      return client.send(request).end().untilClosed(Duration.ofSeconds(5));
    }
  }

  String get(String target) throws IOException, InterruptedException {
    return ask("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
  }

  @Override
  public void close() throws IOException {
    server.stop(Duration.ofSeconds(1));
  }
}
