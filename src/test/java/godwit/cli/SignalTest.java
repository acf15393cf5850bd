package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.TestSite;
import java.io.BufferedReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a daemon in a process of its own does at SIGTERM, which is what systemd sends.
class SignalTest {
  /// A page that takes its time.
  private static final String SLOW =
      "<#list 1..4000 as i><#list 1..100 as j><#assign x = i * j></#list></#list>${article.title}";

  @TempDir Path directory;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void whatItDoesAtTheEndIsLoggedToTheEnd() throws Exception {
    TestSite site =
        new TestSite(directory, "[site]\ntitle = \"Flock\"\n[daemon]\nsocket = \"s\"\n");
    site.file("templates/article.ftlh", SLOW);
    for (int i = 0; i < 200; i++) {
      site.article("slow" + i + ".md", "Title: Slow " + i + "\nDate: 2026-01-02\n\nA.\n");
    }
    Process daemon =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "daemon",
                "--site",
                directory.toString())
            .start();
    try (BufferedReader log = daemon.errorReader(StandardCharsets.UTF_8)) {
      assertThat(log.readLine()).startsWith("<6>listening on ");
      try (SocketChannel caller =
          SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("s")))) {
        caller.write(
            ByteBuffer.wrap(
                ("GET /publish HTTP/1.0\r\nAccept: application/x-ndjson\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
        try (BufferedReader answer =
            new BufferedReader(Channels.newReader(caller, StandardCharsets.UTF_8))) {
          String line = answer.readLine();
          while (!line.contains("\"render\"")) {
            line = answer.readLine();
          }
          daemon.toHandle().destroy(); // that of the process closes its streams
          assertThat(answer.readAllAsString())
              .contains("the daemon was stopped; what was live is live still")
              .contains("\"exit\":6");
        }
      }
      List<String> lines =
          log.readAllLines().stream().filter(line -> line.startsWith("<")).toList();
      assertThat(lines).first().isEqualTo("<6>stopping");
      assertThat(lines).last().isEqualTo("<6>stopped");
      assertThat(lines)
          .filteredOn(line -> line.startsWith("<6>audit command=publish "))
          .singleElement()
          .asString()
          .contains(" result=cancelled exit=6 ");
      assertThat(daemon.waitFor()).isZero();
      assertThat(Files.exists(directory.resolve("s"))).isFalse();
    } finally {
      daemon.destroyForcibly();
    }
  }
}
