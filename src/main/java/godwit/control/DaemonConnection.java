package godwit.control;

import godwit.control.DaemonException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One request of HTTP/1.0 and its reply, which ends when the daemon closes the connection.
final class DaemonConnection implements AutoCloseable {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
  private static final int MOST_HEADERS = 100;

  private final Path socket;
  private final Duration patience;
  private final SocketChannel channel;
  private final SocketInput input;
  private final BufferedReader reader;

  private DaemonConnection(Path socket, Duration patience, SocketChannel channel)
      throws IOException {
    this.socket = socket;
    this.patience = patience;
    this.channel = channel;
    this.input = new SocketInput(channel, patience);
    this.reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
  }

  /// Connects and sends a request.
  ///
  /// @param body JSON; null for a request without one
  /// @param patience how long to wait for whatever comes next
  static DaemonConnection open(
      Path socket, String request, String accept, @Nullable String body, Duration patience)
      throws DaemonException {
    String head = request + " HTTP/1.0\r\nHost: godwit\r\nAccept: " + accept + "\r\n";
    if (body != null) {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      head += "Content-Type: application/json\r\nContent-Length: " + length + "\r\n";
    }
    String whole = head + "Connection: close\r\n\r\n" + (body == null ? "" : body);
    SocketChannel channel = connect(socket);
    try {
      write(channel, whole.getBytes(StandardCharsets.UTF_8));
      return new DaemonConnection(socket, patience, channel);
    } catch (IOException e) {
      throw closed(channel, new DaemonException(Kind.BROKEN_OFF, brokenOff(socket), null, e));
    }
  }

  private static SocketChannel connect(Path socket) throws DaemonException {
    try {
      if (!isSocket(socket)) {
        throw new DaemonException(
            Kind.NOBODY,
            "no daemon is listening at " + socket + ": what is there is no socket",
            "name the socket of the daemon; if that is its place, move away what is there",
            null);
      }
      return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    } catch (NoSuchFileException e) {
      throw new DaemonException(Kind.NOBODY, "no daemon is listening at " + socket, null, e);
    } catch (AccessDeniedException e) {
      throw notPermitted(socket, e);
    } catch (DaemonException e) {
      throw e;
    } catch (FileSystemException e) { // a file is where a directory should be
      throw new DaemonException(Kind.NOBODY, "no daemon is listening at " + socket, null, e);
    } catch (IOException e) {
      // Java does not tell the system's reasons apart.
      throw Files.isWritable(socket)
          ? new DaemonException(Kind.NOBODY, "nobody listens at " + socket + " any more", null, e)
          : notPermitted(socket, e);
    }
  }

  private static DaemonException notPermitted(Path socket, IOException e) {
    return new DaemonException(
        Kind.NOT_PERMITTED,
        "no permission to use the daemon's socket " + socket,
        group(socket)
            .map(group -> "become a member of its group, " + group)
            .orElse("let its owner give you the way to it: a directory above it is shut to you"),
        e);
  }

  /// Whether there is a socket, as far as that can be told from a file of another kind.
  private static boolean isSocket(Path socket) throws IOException {
    return Files.readAttributes(socket, BasicFileAttributes.class).isOther();
  }

  /// Empty if the socket cannot be looked at.
  private static Optional<String> group(Path socket) {
    try {
      return Optional.of(Files.readAttributes(socket, PosixFileAttributes.class).group().getName());
    } catch (IOException e) {
      return Optional.empty(); // it is in a directory that is shut
    }
  }

  private static void write(SocketChannel channel, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      // Who refuses a request may answer before all of it has come. If he does not, reading tells.
    }
  }

  private static DaemonException closed(SocketChannel channel, DaemonException failure) {
    try {
      channel.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /// Reads the head of the reply. @return the status
  int status() throws DaemonException {
    String line = line();
    Matcher status = STATUS.matcher(line == null ? "" : line);
    if (line == null) {
      throw new DaemonException(Kind.BROKEN_OFF, brokenOff(socket), null, null);
    }
    if (!status.matches()) {
      throw stranger();
    }
    for (int i = 0; i < MOST_HEADERS; i++) {
      @Nullable String header = line();
      if (header == null) {
        throw new DaemonException(Kind.BROKEN_OFF, brokenOff(socket), null, null);
      }
      if (header.isEmpty()) {
        return Integer.parseInt(status.group(1));
      }
      if (header.toLowerCase(Locale.ROOT).startsWith("transfer-encoding:")) {
        throw stranger(); // nobody may send that to who speaks HTTP/1.0
      }
    }
    throw stranger();
  }

  /// The next line of the reply; null at its end.
  @Nullable String line() throws DaemonException {
    try {
      return reader.readLine();
    } catch (SocketTimeoutException e) {
      throw new DaemonException(
          Kind.SILENT,
          "nothing was heard of the daemon at %s for %d s".formatted(socket, patience.toSeconds()),
          "what it was asked may be going on; 'godwit status' tells",
          e);
    } catch (IOException e) {
      throw new DaemonException(Kind.BROKEN_OFF, brokenOff(socket), null, e);
    }
  }

  /// The rest of the reply.
  String rest() throws DaemonException {
    StringBuilder text = new StringBuilder();
    for (String line = line(); line != null; line = line()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  DaemonException stranger() {
    return new DaemonException(
        Kind.STRANGER,
        "what listens at " + socket + " does not speak as a Godwit daemon does",
        null,
        null);
  }

  private static String brokenOff(Path socket) {
    return "the daemon at " + socket + " broke off its answer";
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      input.close();
    }
  }
}
