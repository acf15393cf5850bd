package godwit.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import godwit.daemon.TransportProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The units in `scripts/systemd`, judged by systemd's own tools.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SystemdTest {
  private static final Path UNITS = Path.of("scripts/systemd");
  private static final Path SERVICE = UNITS.resolve("godwit@.service");
  private static final Path FILTER = Path.of("src/test/resources/scripts/under_filter.py");
  private static final Pattern LEVEL = Pattern.compile("Overall exposure level .*: ([0-9.]+) ");

  /// What `under_filter.py` ends with where it cannot work.
  private static final int CANNOT = 77;

  @TempDir Path directory;

  @Test
  void systemdFindsNothingWrong() throws Exception {
    Program.require("systemd-analyze", "systemd");
    Path service = install("godwit@.service", "godwit@flock.service");
    Path socket = install("godwit@.socket", "godwit@flock.socket");
    assertThat(verify(service)).isEqualTo(new Program(0, ""));
    assertThat(verify(socket)).isEqualTo(new Program(0, ""));

    Path dropIn = Files.createDirectory(directory.resolve("godwit@flock.service.d"));
    Files.copy(UNITS.resolve("network.conf"), dropIn.resolve("network.conf"));
    assertThat(verify(service)).isEqualTo(new Program(0, ""));
  }

  /// What shows that the test above would notice.
  @Test
  void systemdFindsWhatIsWrong() throws Exception {
    Program.require("systemd-analyze", "systemd");
    Path service = install("godwit@.service", "godwit@flock.service");
    Files.writeString(
        service, Files.readString(service).replace("ProtectSystem=strict", "ProtectSystem=tight"));
    assertThat(verify(service).said()).contains("tight");
  }

  @Test
  void theServiceIsHardened() throws Exception {
    Program.require("systemd-analyze", "systemd");
    Program judged =
        Program.run("systemd-analyze", "security", "--offline=true", SERVICE.toString());
    Matcher level = LEVEL.matcher(judged.said());
    assertThat(level.find()).as(judged.said()).isTrue();
    assertThat(Double.parseDouble(level.group(1))).isLessThanOrEqualTo(1.0);
  }

  @Test
  void theServiceLeavesOutWhatWouldBreakTheDaemon() throws IOException {
    assertThat(Files.readAllLines(SERVICE))
        .contains("Type=notify", "NoNewPrivileges=yes", "ReadWritePaths=-/srv/%i")
        .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute="))
        .noneMatch(line -> line.startsWith("PrivateUsers="));
  }

  /// renameat2, syncfs, chown and all that the JVM calls.
  @Test
  void aSiteIsPublishedWithTheSystemCallsOfTheService() throws Exception {
    requireFilter();
    Path site = directory.resolve("site");
    assertThat(filtered(godwit("init", site.toString()))).matches(run -> run.exitCode() == 0);
    Program first = filtered(godwit("publish", "--site", site.toString()));
    assertThat(first.said()).contains("Published 1 article");
    Files.writeString(
        site.resolve("content/second.md"), "Title: Second\nDate: 2026-01-01\n\nAgain.\n");
    Program second = filtered(godwit("publish", "--site", site.toString()));
    assertThat(second.said()).contains("Published 2 articles", "html.old");
    assertThat(second.exitCode()).isZero();
  }

  @Test
  void aDaemonServesWithTheSystemCallsOfTheService() throws Exception {
    requireFilter();
    Program.require("curl", "curl");
    String group = Files.getAttribute(directory, "unix:gid").toString();
    Path socket = directory.resolve("http.socket");
    Process daemon =
        new ProcessBuilder(filter(TransportProcess.command(socket, "0660", group)))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = daemon.inputReader()) {
      awaitLine(output, "ready ");
      assertThat(curl(socket).said()).contains("\"api\":1");
      daemon.getOutputStream().close();
      assertThat(output.readAllAsString()).contains("stopped");
      assertThat(daemon.waitFor()).isZero();
    } finally {
      daemon.destroyForcibly();
    }
  }

  /// What shows that the two tests above would notice.
  @ParameterizedTest
  @ValueSource(
      strings = {"import socket; socket.socket(socket.AF_INET)", "import os; os.chroot('/')"})
  void theFilterRefusesWhatTheServiceMayNot(String script) throws Exception {
    requireFilter();
    assertThat(filtered(List.of("python3", "-c", script)))
        .matches(run -> run.exitCode() == 1 && run.said().contains("Error"));
  }

  /// The socket is there before the daemon, and the first who connects has it started.
  @Test
  void aSocketOfSystemdStartsTheDaemon() throws Exception {
    Program.require("systemd-socket-activate", "systemd");
    Program.require("curl", "curl");
    Path socket = directory.resolve("http.socket");
    List<String> command =
        new ArrayList<>(
            List.of("systemd-socket-activate", "--fdname=http.socket", "--listen=" + socket));
    command.addAll(TransportProcess.command("/nowhere"));
    Process daemon = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader output = daemon.inputReader()) {
      awaitLine(output, "Listening on " + socket);
      assertThat(curl(socket).said()).contains("\"api\":1");
      daemon.getOutputStream().close();
      assertThat(output.readAllAsString()).contains("ready ", "stopped");
      assertThat(daemon.waitFor()).isZero();
      assertThat(socket).exists();
    } finally {
      daemon.destroyForcibly();
    }
  }

  private static void awaitLine(BufferedReader output, String beginning) throws IOException {
    StringBuilder said = new StringBuilder();
    String line;
    while ((line = output.readLine()) != null) {
      said.append(line).append('\n');
      if (line.startsWith(beginning)) {
        return;
      }
    }
    throw new AssertionError("it did not say '" + beginning + "': " + said);
  }

  private Path install(String template, String name) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path unit = directory.resolve(name);
    Files.copy(UNITS.resolve(template), unit);
    Files.setPosixFilePermissions(unit, PosixFilePermissions.fromString("rw-r--r--"));
    return unit;
  }

  private static Program verify(Path unit) throws Exception {
    return Program.run("systemd-analyze", "verify", "--man=no", unit.toString());
  }

  private static Program curl(Path socket) throws Exception {
    return Program.run(
        "curl",
        "-s",
        "--max-time",
        "60",
        "--unix-socket",
        socket.toString(),
        "http://x/v1/version");
  }

  private static void requireFilter() throws Exception {
    Program.require("systemd-analyze", "systemd");
    Program.require("python3", "python3");
    Program nothing = filtered(List.of("true"));
    assumeTrue(nothing.exitCode() != CANNOT, nothing.said());
    assertThat(nothing).isEqualTo(new Program(0, ""));
  }

  private static Program filtered(List<String> command) throws Exception {
    return Program.run(filter(command));
  }

  private static List<String> filter(List<String> command) {
    List<String> filtered = new ArrayList<>();
    filtered.addAll(List.of("python3", FILTER.toString(), SERVICE.toString()));
    filtered.addAll(command);
    return filtered;
  }

  private static List<String> godwit(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "godwit.cli.Main"));
    command.addAll(List.of(arguments));
    return command;
  }
}
