package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.TestSite;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the log and the status have of a publish that nobody has asked for.
class OwnPublishLogTest {
  @TempDir Path directory;

  @Test
  void aDuePublishIsWrittenDownWhetherItWorksOrNot() throws Exception {
    TestSite site = new TestSite(directory, "[site]\ntitle = \"Flock\"\n");
    site.article("one.md", DaemonScenario.article("One"));
    site.article("new.md", "Title: New\nDate: 2026-06-01 09:00\n\nA.\n");
    AtomicReference<Instant> now = new AtomicReference<>(TestSite.AS_OF);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DaemonLog _ = DaemonLog.open(LogFormat.SYSTEMD, out);
        ServedDaemon daemon = ServedDaemon.start(directory, (InstantSource) now::get)) {
      daemon.awaitReady();
      daemon.post("/v1/publish", "");
      site.article("bad.md", "Title: Bad\nDate: someday\n\nA.\n");
      now.set(Instant.parse("2026-06-01T09:00:00Z"));
      daemon.wake();
      daemon.awaitEnded("schedule", 1);
      assertThat(warnings(daemon))
          .singleElement()
          .asString()
          .startsWith("what is due is not published: content/bad.md:2:");
      now.set(now.get().plus(DueTimer.RETRY));
      daemon.wake();
      daemon.awaitEnded("schedule", 2);

      Files.delete(directory.resolve("content/bad.md"));
      now.set(now.get().plus(DueTimer.RETRY));
      daemon.wake();
      daemon.awaitEnded("schedule", 3);
      assertThat(warnings(daemon)).isEmpty();
    }
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("<3>"))
        .singleElement()
        .asString()
        .startsWith("<3>what is due is not published: content/bad.md:2:");
    String self = " pid=" + ProcessHandle.current().pid() + " ";
    assertThat(lines)
        .filteredOn(line -> line.startsWith("<6>audit command=publish arguments=[] "))
        .filteredOn(line -> line.contains(" result=error exit=1 release=2"))
        .hasSize(2)
        .allMatch(line -> line.contains(self));
    assertThat(lines)
        .filteredOn(line -> line.contains("audit command=publish") && line.contains(" exit=0 "))
        .hasSize(2); // that of the API, and that of what was due
  }

  private static List<Object> warnings(ServedDaemon daemon) throws Exception {
    JSONObject status = daemon.get("/v1/status").json();
    return status.getJSONObject("daemon").getJSONArray("warnings").toList();
  }
}
