package godwit.daemon;

import godwit.daemon.http.HttpServer;
import godwit.daemon.http.Limits;
import godwit.daemon.socket.Activation;
import godwit.daemon.socket.ControlSocket;
import godwit.daemon.socket.ControlSocketException;
import godwit.daemon.socket.SocketOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A daemon with nothing to do, in a process of its own: `SOCKET [MODE [GROUP]]`. Serves until its
/// input ends.
public final class TransportProcess {
  private TransportProcess() {}

  public static void main(String[] args) throws IOException {
    try (ControlSocket socket = socket(args)) {
      HttpServer server = new HttpServer(socket, new ServedRoutes().all(), Limits.DEFAULT);
      server.start();
      System.out.println("ready " + ProcessHandle.current().pid());
      while (System.in.read() >= 0) {
        // until its end
      }
      server.stop(Duration.ofSeconds(5));
      System.out.println("stopped");
    } catch (ControlSocketException e) {
      System.out.println(
          e.kind() + ": " + e.getMessage() + "\n" + e.remedy() + "\n" + e.holder().orElse(-1));
      System.exit(5);
    }
  }

  private static ControlSocket socket(String[] args) throws IOException {
    OptionalInt passed = Activation.find(System.getenv(), ProcessHandle.current().pid());
    if (passed.isPresent()) {
      return ControlSocket.inherited(passed.getAsInt());
    }
    int mode = args.length > 1 ? Integer.parseInt(args[1], 8) : SocketOptions.DEFAULT_MODE;
    return ControlSocket.open(
        new SocketOptions(
            Path.of(args[0]), mode, args.length > 2 ? Optional.of(args[2]) : Optional.empty()));
  }

  /// The command that runs [#main].
  public static List<String> command(Object... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(TransportProcess.class.getName());
    for (Object arg : args) {
      command.add(arg.toString());
    }
    return command;
  }

  /// Starts [#main], and does not wait for it.
  ///
  /// @param prefix what the command is run by, such as `setpriv`
  static Process start(List<String> prefix, Map<String, String> environment, Object... args)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(command(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
