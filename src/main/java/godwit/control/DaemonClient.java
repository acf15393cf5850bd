package godwit.control;

import godwit.build.BuildListener.Stage;
import godwit.control.DaemonException.Kind;
import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.stream.JsonStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks a daemon over its socket. See the decision `content/developers/decisions/own-client.md`.
public final class DaemonClient {
  /// How long nothing may be heard of a command before it is given up; a daemon says something much
  /// more often, see [CommandLines#beat].
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  /// How long a daemon may take to say who it is.
  private static final Duration GREETING = Duration.ofSeconds(10);

  /// Is told what a command prints while it runs.
  public interface Listener {
    void out(String text);

    void err(String text);

    void progress(Stage stage, int done, int total);
  }

  private final Path socket;
  private final Duration greeting;
  private final Duration patience;

  public DaemonClient(Path socket) {
    this(socket, GREETING, PATIENCE);
  }

  DaemonClient(Path socket, Duration greeting, Duration patience) {
    this.socket = socket;
    this.greeting = greeting;
    this.patience = patience;
  }

  /// The site directory of the daemon.
  ///
  /// @throws DaemonException if there is none, or it does not say
  public Path site() throws DaemonException {
    try (DaemonConnection connection =
        DaemonConnection.open(socket, "GET /v1/status", "application/json", null, greeting)) {
      int status = connection.status();
      String body = connection.rest();
      if (status == 403 || status == 503) {
        throw refused(status, body);
      }
      Optional<String> site = status == 200 ? field(body, "site") : Optional.empty();
      return Path.of(site.orElseThrow(connection::stranger));
    } catch (InvalidPathException e) {
      throw new DaemonException(Kind.STRANGER, "it serves no directory of this machine", null, e);
    } catch (DaemonException e) {
      throw e;
    } catch (IOException e) {
      throw new DaemonException(Kind.BROKEN_OFF, "cannot close " + socket, null, e);
    }
  }

  /// Runs a command.
  ///
  /// @return its exit code
  /// @throws DaemonException if it was not run, or it is not known how it ended
  public int run(String command, List<String> arguments, Listener listener) throws DaemonException {
    try (DaemonConnection connection =
        DaemonConnection.open(
            socket,
            "POST /" + command,
            "application/x-ndjson",
            ArgumentsJson.write(arguments),
            patience)) {
      int status = connection.status();
      if (status != 200) {
        throw refused(status, connection.rest());
      }
      return follow(connection, listener);
    } catch (DaemonException e) {
      throw e;
    } catch (IOException e) {
      throw new DaemonException(Kind.BROKEN_OFF, "cannot close " + socket, null, e);
    }
  }

  private int follow(DaemonConnection connection, Listener listener) throws DaemonException {
    while (true) {
      @Nullable String line = connection.line();
      if (line == null) {
        throw new DaemonException(
            Kind.BROKEN_OFF,
            "the daemon at " + socket + " broke off its answer",
            "'godwit status' tells what is live",
            null);
      }
      switch (CommandLine.read(line).orElseThrow(connection::stranger)) {
        case CommandLine.Out out -> listener.out(out.text());
        case CommandLine.Err err -> listener.err(err.text());
        case CommandLine.Progress progress ->
            listener.progress(progress.stage(), progress.done(), progress.total());
        case CommandLine.Exit exit -> {
          return exit.code();
        }
        case CommandLine.Other _ -> {}
      }
    }
  }

  /// What an answer without success says: a problem document (RFC 9457) or text.
  private static DaemonException refused(int status, String body) {
    String said = field(body, "detail").or(() -> field(body, "title")).orElse(body.strip());
    String words = said.isEmpty() ? "it answered with status " + status : said;
    return new DaemonException(kind(status), "the daemon refuses: " + words, null, null);
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401, 403 -> Kind.NOT_PERMITTED;
      case 409, 429, 503 -> Kind.BUSY;
      case 408, 504 -> Kind.SILENT;
      default -> status < 500 ? Kind.WRONG : Kind.FAILED;
    };
  }

  /// A field of a JSON object that is a string.
  private static Optional<String> field(String json, String name) {
    try (JsonReader reader = JsonStream.builder().build().reader(json)) {
      @Nullable String found = null;
      reader.beginObject();
      while (reader.hasNextField()) {
        if (reader.nextField().equals(name)) {
          found = reader.readString();
        } else {
          reader.skipValue();
        }
      }
      reader.endObject();
      return Optional.ofNullable(found);
    } catch (JsonException e) {
      return Optional.empty();
    }
  }
}
