package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real process on a real socket, and clients that nobody here wrote.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TransportProcessTest {
  private static final String OWNER = "61001";
  private static final String GROUP = "61002";
  private static final String OTHER = "61003";

  private static final Pattern PROMISED = Pattern.compile("fchmod\\(\\d+, 0(\\d+)\\)");

  private static final Pattern ROW =
      Pattern.compile("\\| (0\\d{3}) \\| (0\\d{3}) \\| (yes|no) \\| (yes|no) \\| (yes|no) \\|");

  @TempDir Path directory;

  /// The table of the manual, row by row.
  @Test
  void whoGetsInIsWhoMayWriteTheSocketAndSearchTheDirectory() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can become others");
    assumeTrue(isInstalled("setpriv"), "there is no setpriv: apt-get install util-linux");
    for (Path path = directory; path.getNameCount() > 1; path = path.getParent()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    List<Row> table = table();
    assertThat(table).hasSize(9);
    for (String mode : List.of("0600", "0660", "0666")) {
      Path folder = Files.createDirectory(directory.resolve(mode));
      run("chown", OWNER + ":" + GROUP, folder.toString());
      Path socket = folder.resolve("http.socket");
      // Root's, as the classes may be where nobody else can read them; then given away.
      Process daemon = TransportProcess.start(List.of(), Map.of(), socket, mode, GROUP);
      try (BufferedReader output = daemon.inputReader()) {
        awaitReady(output);
        run("chown", OWNER, socket.toString());
        List<Row> rows = table.stream().filter(row -> row.socketMode().equals(mode)).toList();
        assertThat(rows).extracting(Row::directoryMode).containsExactly("0700", "0750", "0755");
        for (Row row : rows) {
          run("chmod", row.directoryMode(), folder.toString());
          assertThat(getsIn(OWNER, OTHER, socket)).as("owner, " + row).isEqualTo(row.owner());
          assertThat(getsIn(OTHER, GROUP, socket)).as("group, " + row).isEqualTo(row.group());
          assertThat(getsIn(OTHER, OTHER, socket)).as("other, " + row).isEqualTo(row.other());
        }
        daemon.getOutputStream().close();
        String said = output.readAllAsString();
        assertThat(daemon.waitFor()).as(said).isZero();
      } finally {
        daemon.destroyForcibly();
      }
    }
  }

  @Test
  void theSocketIsNeverWiderThanItsFinalMode() throws Exception {
    assumeTrue(isInstalled("strace"), "there is no strace: apt-get install strace");
    Path log = directory.resolve("log");
    Path socket = directory.resolve("http.socket");
    List<String> strace =
        List.of(
            "sh",
            "-c",
            "umask 0; exec \"$@\"",
            "sh",
            "strace",
            "-f",
            "-o",
            log.toString(),
            "-e",
            "trace=socket,fchmod,bind,chmod,fchmodat,listen,rename,renameat,renameat2,mkdir");
    Process daemon = TransportProcess.start(strace, Map.of(), socket, "0640");
    try (BufferedReader output = daemon.inputReader()) {
      awaitReady(output);
      daemon.getOutputStream().close();
      daemon.waitFor();
    } finally {
      daemon.destroyForcibly();
    }
    String calls = Files.readString(log);
    assertThat(calls)
        .containsSubsequence(
            ".http.socket.new\", 0700", "fchmod(", "bind(", "chmod(", "0640", "listen(", "rename");
    Matcher promised = PROMISED.matcher(calls);
    assertThat(promised.find()).isTrue();
    // Before it is bound it has fewer rights than at last, though the umask takes none away.
    assertThat(Integer.parseInt(promised.group(1), 8) & ~0640).isZero();
  }

  @Test
  void theNextOneStartsOverTheSocketOfOneThatWasKilled() throws Exception {
    Path socket = directory.resolve("http.socket");
    Process first = TransportProcess.start(List.of(), Map.of(), socket);
    Process next = null;
    try (BufferedReader output = first.inputReader()) {
      awaitReady(output);
      Process second = TransportProcess.start(List.of(), Map.of(), socket);
      assertThat(new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("BUSY: another daemon has the socket " + socket + ": process " + first.pid());
      assertThat(second.waitFor()).isEqualTo(5);
      first.destroyForcibly().waitFor();
      assertThat(socket).exists();
      next = TransportProcess.start(List.of(), Map.of(), socket);
      awaitReady(next.inputReader());
    } finally {
      first.destroyForcibly();
      if (next != null) {
        next.destroyForcibly();
      }
    }
  }

  @Test
  void aSocketThatWasPassedIsServedAndLeft() throws Exception {
    assumeTrue(isInstalled("python3"), "there is no python3");
    Path socket = directory.resolve("http.socket");
    String pass =
        """
        import os, socket, sys
        s = socket.socket(socket.AF_UNIX)
        s.bind(sys.argv[1])
        s.listen()
        os.dup2(s.fileno(), 3)
        os.set_inheritable(3, True)
        os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1", LISTEN_FDNAMES="http.socket")
        os.execv(sys.argv[2], sys.argv[2:])
        """;
    Process daemon =
        TransportProcess.start(
            List.of("python3", "-c", pass, socket.toString()), Map.of(), "/nowhere");
    try (BufferedReader output = daemon.inputReader()) {
      awaitReady(output);
      try (RawClient client = new RawClient(socket)) {
        client.get("/v1/version").until("api", Duration.ofSeconds(5));
      }
      daemon.getOutputStream().close();
      assertThat(daemon.waitFor()).isZero();
      assertThat(socket).exists();
    } finally {
      daemon.destroyForcibly();
    }
  }

  @Test
  void curlPythonAndNodeCanTalkToIt() throws Exception {
    try (Served served = Served.start(directory)) {
      String socket = served.path().toString();
      if (isInstalled("curl")) {
        assertThat(run("curl", "-sf", "--unix-socket", socket, "http://any_host/v1/version"))
            .contains("\"api\":1");
        assertThat(
                run(
                    "curl",
                    "-sf",
                    "--unix-socket",
                    socket,
                    "http://x/echo/y",
                    "--json",
                    "[\"-f\"]"))
            .contains("application/json", "[\"-f\"]");
        assertThat(run("curl", "-sfN", "--unix-socket", socket, "http://x/ticks?ms=10"))
            .isEqualTo("{\"tick\":0}\n{\"tick\":1}\n{\"tick\":2}\n");
      }
      if (isInstalled("/usr/bin/python3 -c 'import requests_unixsocket'")) {
        String script =
            """
            import requests_unixsocket, sys
            from urllib.parse import quote
            at = "http+unix://" + quote(sys.argv[1], safe="")
            session = requests_unixsocket.Session()
            for _ in range(3):
                assert session.get(at + "/v1/version").json()["api"] == 1
            print(session.post(at + "/echo/z", json=["-f"]).text)
            """;
        assertThat(run("/usr/bin/python3", "-c", script, socket)).contains("[\"-f\"]");
      }
      if (isInstalled("node")) {
        String script =
            "require('http').get({socketPath: process.argv[1], path: '/ticks'},"
                + " a => a.pipe(process.stdout))";
        assertThat(run("node", "-e", script, socket)).endsWith("{\"tick\":2}\n");
      }
    }
  }

  /// Of the page on who may connect.
  private record Row(
      String socketMode, String directoryMode, boolean owner, boolean group, boolean other) {}

  private static List<Row> table() throws IOException {
    return Files.readAllLines(Path.of("content/reference/socket-permissions.md")).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(
            row ->
                new Row(
                    row.group(1),
                    row.group(2),
                    row.group(3).equals("yes"),
                    row.group(4).equals("yes"),
                    row.group(5).equals("yes")))
        .toList();
  }

  private static List<String> as(String user, String group) {
    return List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
  }

  private static boolean getsIn(String user, String group, Path socket) throws Exception {
    List<String> command = new ArrayList<>(as(user, group));
    command.addAll(
        List.of("curl", "-s", "--unix-socket", socket.toString(), "http://x/v1/health/live"));
    return run(command.toArray(String[]::new)).contains("live");
  }

  private static void awaitReady(BufferedReader output) throws IOException {
    StringBuilder said = new StringBuilder();
    String line;
    while ((line = output.readLine()) != null) {
      said.append(line).append('\n');
      if (line.startsWith("ready ")) {
        return;
      }
    }
    throw new AssertionError("it did not start: " + said);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static boolean isInstalled(String program) throws IOException, InterruptedException {
    String test = program.contains(" ") ? program : "command -v " + program;
    Process process =
        new ProcessBuilder("sh", "-c", test)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }
}
