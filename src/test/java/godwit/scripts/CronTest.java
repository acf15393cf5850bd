package godwit.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.daemon.http.Answer;
import godwit.daemon.http.HttpServer;
import godwit.daemon.http.Limits;
import godwit.daemon.http.Route;
import godwit.daemon.socket.ControlSocket;
import godwit.daemon.socket.SocketOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The lines of `scripts/cron/godwit.crontab`, run as cron runs them: by a shell, with next to no
/// environment.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class CronTest {
  private static final Pattern LINE = Pattern.compile("#(?:\\S+ ){5}(.+)");

  @TempDir Path directory;

  @Test
  void everyLineIsOneThatCronTakes() throws Exception {
    assertThat(commands())
        .hasSize(3)
        .allSatisfy(
            command ->
                assertThat(command)
                    .doesNotContain("%") // cron makes line breaks of these
                    .matches(text -> shell("-n", "-c", text).equals(new Program(0, ""))));
  }

  @Test
  void theManualHasTheSameLines() throws IOException {
    String page = Files.readString(Path.of("content/howto/publish-from-cron.md"));
    assertThat(commands()).allSatisfy(command -> assertThat(page).contains("* * * * " + command));
  }

  @Test
  void aPublishThatGoesWellSendsNoMailAndOneThatDoesNotSaysWhy() throws Exception {
    Program.require("curl", "curl");
    String line = commands().stream().filter(c -> c.contains("curl")).findFirst().orElseThrow();
    Path path = directory.resolve("http.socket");
    assertThat(line).containsOnlyOnce("/run/godwit/flock/http.socket");
    String command = line.replace("/run/godwit/flock/http.socket", path.toString());

    assertThat(shell("-c", command).said()).contains("curl: (7)");
    try (Answering _ = answering(path, Answer.text(200, "Success\n"))) {
      assertThat(shell("-c", command)).isEqualTo(new Program(0, ""));
    }
    String wrong = "content/a.md:12:5: error[broken-link]: no file 'b.md'\n";
    try (Answering _ = answering(path, Answer.text(500, wrong))) {
      assertThat(shell("-c", command).said()).contains(wrong.strip(), "curl: (22)");
    }
  }

  @Test
  void withoutADaemonToAskGodwitIsFound() throws Exception {
    Path bin = Files.createDirectory(directory.resolve("bin"));
    Path godwit = bin.resolve("godwit");
    Files.writeString(godwit, "#!/bin/sh\necho \"$@\"\n");
    assertThat(godwit.toFile().setExecutable(true)).isTrue();
    String command = commands().getFirst();
    assertThat(Program.run("env", "-i", "PATH=" + bin, "/bin/sh", "-c", command).said())
        .isEqualTo("publish --quiet --site /srv/flock\n");
  }

  private static List<String> commands() throws IOException {
    return Files.readAllLines(Path.of("scripts/cron/godwit.crontab")).stream()
        .map(LINE::matcher)
        .filter(line -> line.matches() && line.group().startsWith("#*/10 * * * * "))
        .map(line -> line.group(1))
        .toList();
  }

  private static Program shell(String... arguments) {
    try {
      return Program.run(
          Stream.concat(
                  Stream.of("env", "-i", "PATH=/usr/bin:/bin", "/bin/sh"), Stream.of(arguments))
              .toList());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private record Answering(HttpServer server) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      server.stop(Duration.ofSeconds(1));
    }
  }

  private static Answering answering(Path path, Answer answer) throws IOException {
    ControlSocket socket = ControlSocket.open(new SocketOptions(path, 0600, Optional.empty()));
    HttpServer server =
        new HttpServer(socket, List.of(Route.get("/publish", _ -> answer)), Limits.DEFAULT);
    server.start();
    return new Answering(server);
  }
}
