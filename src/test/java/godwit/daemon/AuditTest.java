package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.daemon.socket.Peer;
import io.avaje.json.mapper.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A line for each command, whatever those who ask write into it.
class AuditTest {
  private static final Peer ANN = new Peer(4711, 1000, 1001, "ann");
  private static final String PUBLISHED =
      "command=publish arguments=[\"--force\",\"a b\"] user=ann uid=1000 gid=1001 pid=4711"
          + " result=ok exit=0 release=20261123T074721.854Z ms=1034";

  @Test
  void tellsWhoAskedForWhatAndWhatCameOfIt() {
    assertThat(written(LogFormat.SYSTEMD, published())).isEqualTo("<6>audit " + PUBLISHED + "\n");
  }

  @Test
  void tellsProgramsTheSame() {
    String line = written(LogFormat.JSON, published());
    assertThat(line).endsWith("}\n").hasLineCount(1);
    assertThat(read(line))
        .containsEntry("level", "info")
        .containsEntry("logger", "godwit.audit")
        .containsEntry("message", "command")
        .containsEntry("command", "publish")
        .containsEntry("arguments", List.of("--force", "a b"))
        .containsEntry("user", "ann")
        .containsEntry("uid", 1000L)
        .containsEntry("gid", 1001L)
        .containsEntry("pid", 4711L)
        .containsEntry("result", "ok")
        .containsEntry("exit", 0L)
        .containsEntry("release", "20261123T074721.854Z")
        .containsEntry("ms", 1034L);
  }

  @Test
  void theManualNamesEachField() throws IOException {
    String page = Files.readString(Path.of("content/reference/log.md"));
    assertThat(read(written(LogFormat.JSON, published())).keySet())
        .allSatisfy(field -> assertThat(page).contains("| `" + field + "` |"));
    assertThat(page.lines().filter(line -> line.matches("\\| `[a-z]+` \\|.*")))
        .hasSize(read(written(LogFormat.JSON, published())).size() + 1); // and `error`
  }

  @Test
  void theManualsExamplesAreWhatIsWritten() throws IOException {
    String page = Files.readString(Path.of("content/reference/log.md"));
    AuditEntry entry =
        new AuditEntry(
            new Peer(4711, 1000, 1000, "ann"),
            "publish",
            List.of("--force"),
            "ok",
            0,
            Optional.of("20261123T074721.854Z"),
            Duration.ofMillis(134));
    assertThat(page).contains("\n" + written(LogFormat.SYSTEMD, entry));
    assertThat(page)
        .contains(
            written(LogFormat.JSON, entry)
                .replaceFirst("\"time\":\"[^\"]+\"", "\"time\":\"2026-11-23T07:47:21.854Z\""));
  }

  @Test
  void aReleaseIsLeftOutWhereThereIsNone() {
    AuditEntry entry =
        new AuditEntry(
            ANN, "status", List.of(), "refused", 4, Optional.empty(), Duration.ofNanos(999_999));
    assertThat(written(LogFormat.SYSTEMD, entry))
        .isEqualTo(
            "<6>audit command=status arguments=[] user=ann uid=1000 gid=1001 pid=4711"
                + " result=refused exit=4 ms=0\n");
    assertThat(read(written(LogFormat.JSON, entry))).containsEntry("release", null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\n<6>audit command=publish user=root result=ok",
        "x\r<3>y",
        "x\u0000y",
        "x\u001b[1A\u001b[2K",
        "x\u0085y\u2028z\u2029",
        "x\u202ey\u2066z",
        "x\ud83dy\udc26",
        "\" result=ok exit=0 \"",
        "\\\" result=ok",
        "\\",
        "=",
        "a b",
        "",
        "ünï🐦"
      })
  void nobodyForgesALineOrAField(String hostile) {
    AuditEntry entry =
        new AuditEntry(
            new Peer(1, 2, 3, hostile),
            hostile,
            List.of(hostile, hostile),
            hostile,
            1,
            Optional.of(hostile),
            Duration.ZERO);

    String text = written(LogFormat.SYSTEMD, entry);
    assertThat(text.chars().filter(c -> c < ' ' || (c >= 0x7f && c < 0xa0)))
        .containsExactly((int) '\n');
    assertThat(text.lines()).hasSize(1);
    // What is left when the quoted strings are taken out is what Godwit wrote itself.
    assertThat(text.replaceAll("\"([^\"\\\\]|\\\\.)*\"", "?"))
        .isEqualTo(
            "<6>audit command=? arguments=[?,?] user=? uid=2 gid=3 pid=1 result=? exit=1"
                + " release=? ms=0\n");

    String json = written(LogFormat.JSON, entry);
    assertThat(json.lines()).hasSize(1);
    assertThat(read(json))
        .containsEntry("command", hostile)
        .containsEntry("user", hostile)
        .containsEntry("result", hostile)
        .containsEntry("release", hostile)
        .containsEntry("arguments", List.of(hostile, hostile));
  }

  @Test
  void aLongCommandIsCutBeforeTheJournalCutsIt() {
    AuditEntry entry =
        new AuditEntry(
            new Peer(1, 2, 3, "€".repeat(70_000)),
            "\u0001".repeat(70_000),
            Collections.nCopies(5_000, "€\n\"".repeat(5_000)),
            "ok",
            0,
            Optional.empty(),
            Duration.ZERO);
    for (LogFormat format : LogFormat.values()) {
      String line = written(format, entry);
      assertThat(line.lines()).hasSize(1);
      assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(48 << 10);
      assertThat(line).containsPattern("…\",\"… and [0-9]+ more\"]").contains("exit");
    }
    assertThat(read(written(LogFormat.JSON, entry))).containsEntry("exit", 0L);
  }

  private static AuditEntry published() {
    return new AuditEntry(
        ANN,
        "publish",
        List.of("--force", "a b"),
        "ok",
        0,
        Optional.of("20261123T074721.854Z"),
        Duration.ofMillis(1034));
  }

  private static Map<String, Object> read(String line) {
    return JsonMapper.builder().build().fromJsonObject(line);
  }

  private static String written(LogFormat format, AuditEntry entry) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DaemonLog _ = DaemonLog.open(format, out)) {
      new Audit().write(entry);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
