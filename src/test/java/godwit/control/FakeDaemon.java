package godwit.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Listens on a socket, and answers each request as the test says.
public final class FakeDaemon implements AutoCloseable {
  /// What was asked.
  public record Request(String head, String body) {
    public String line() {
      return head.lines().findFirst().orElse("");
    }
  }

  /// Answers. What it does not write is not answered: the connection is closed after it.
  public interface Answer {
    void to(Request request, OutputStream reply) throws IOException, InterruptedException;
  }

  private final Path socket;
  private final ServerSocketChannel server;
  private final Thread thread;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private FakeDaemon(Path socket, boolean whole, Answer answer) throws IOException {
    this.socket = socket;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    this.thread = Thread.ofVirtual().start(() -> serve(whole, answer));
  }

  public static FakeDaemon listen(Path socket, Answer answer) throws IOException {
    return new FakeDaemon(socket, true, answer);
  }

  /// One that does not read what stands behind the head of a request.
  public static FakeDaemon listenToHeads(Path socket, Answer answer) throws IOException {
    return new FakeDaemon(socket, false, answer);
  }

  /// One that serves a site, and answers commands with a text that is given as it is.
  public static FakeDaemon of(Path socket, Path site, String reply) throws IOException {
    return listen(
        socket,
        (request, out) ->
            out.write(
                (request.line().startsWith("GET /v1/status") ? status(site) : reply)
                    .getBytes(StandardCharsets.UTF_8)));
  }

  public static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\n\r\n"
        + body;
  }

  public static String status(Path site) {
    return ok(
        Json.text(
            writer -> {
              writer.beginObject();
              Json.text(writer, "result", "ok");
              Json.text(writer, "site", site.toString());
              writer.endObject();
            }));
  }

  /// What was asked so far.
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void serve(boolean whole, Answer answer) {
    while (true) {
      try (SocketChannel channel = server.accept()) {
        Request request = read(Channels.newInputStream(channel), whole);
        requests.add(request);
        answer.to(request, Channels.newOutputStream(channel));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        // The client has hung up, which some tests want.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static Request read(InputStream in, boolean whole) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("no request");
      }
      head.write(b);
    }
    String text = head.toString(StandardCharsets.UTF_8);
    int length =
        text.lines()
            .filter(line -> line.startsWith("Content-Length: "))
            .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
            .findFirst()
            .orElse(0);
    return new Request(text, new String(in.readNBytes(whole ? length : 0), StandardCharsets.UTF_8));
  }

  /// Stops listening as a daemon does that was killed: the file stays.
  public void kill() throws IOException, InterruptedException {
    server.close();
    thread.join(); // until it has let go of the socket, that is listening still
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
