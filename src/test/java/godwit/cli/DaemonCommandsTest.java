package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.control.DaemonStatus;
import godwit.control.FakeDaemon;
import godwit.control.ReloadResult;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import godwit.publish.Schedule;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/// The commands that tell of a daemon and its time, or that only a daemon can carry out.
class DaemonCommandsTest extends DaemonCallScenario {
  private static final String NO_DAEMON =
      """
      godwit: no daemon is listening for the site DIR
        hint: if daemon.socket was changed since the daemon was started, name the place from before \
      with --socket
      """;

  @Test
  void withoutADaemonThereIsNoneToReloadOrStop() {
    assertThat(onSite(directory, "reload")).isEqualTo(new Cli(3, "", NO_DAEMON));
    assertThat(onSite(directory, "shutdown")).isEqualTo(new Cli(3, "", NO_DAEMON));
  }

  @Test
  void theDaemonReadsItsSettingsAgainAndStops() throws IOException {
    ServedSite daemon = served(directory);
    try (FakeDaemon _ = daemon.listen(socket)) {
      assertThat(onSite(directory, "reload"))
          .isEqualTo(new Cli(0, "the daemon has read godwit.toml again\n", ""));
      assertThat(onSite(directory, "reload", "--json").out())
          .isEqualTo("{\"result\":\"ok\",\"restart\":[]}\n");
      daemon.reload = new ReloadResult.Reloaded(List.of("daemon.mode"));
      assertThat(onSite(directory, "reload", "--quiet"))
          .isEqualTo(
              new Cli(
                  0,
                  "",
                  """
                  godwit: warning: daemon.mode was changed, and holds when the daemon is started again: restart it
                  """));
      daemon.reload =
          new ReloadResult.Refused(
              List.of(
                  new Diagnostic(
                      Severity.ERROR,
                      "config-value",
                      new SourcePosition("godwit.toml", 2, 3),
                      "wrong",
                      null)));
      assertThat(onSite(directory, "reload"))
          .isEqualTo(
              new Cli(
                  2,
                  "",
                  """
                  godwit.toml:2:3: error[config-value]: wrong
                  1 error; the settings are as they were
                  """));
      assertThat(new JSONObject(onSite(directory, "reload", "--json").out()).toMap())
          .containsEntry("reason", "config");
      assertThat(onSite(directory, "shutdown")).isEqualTo(new Cli(0, "the daemon stops\n", ""));
      assertThat(daemon.asked).contains("settings").endsWith("shutdown", "end");
    }
  }

  @Test
  void statusTellsWhatIsLiveAndWhatTheDaemonIsAt() throws IOException {
    assertThat(onSite(directory, "status"))
        .isEqualTo(
            new Cli(
                0,
                """
                site:    DIR
                target:  DIR/public
                swap:    exchange
                live:    nothing that Godwit published
                daemon:  none is listening
                """,
                ""));
    assertThat(directory.resolve("public")).doesNotExist();
    onSite(directory, "publish");
    String user = System.getProperty("user.name");
    assertThat(onSite(directory, "status").out())
        .contains("live:    release ID, made NOW by " + user + " (godwit publish)\n");
    ServedSite daemon = served(directory);
    daemon.status =
        new DaemonStatus(
            17,
            Instant.parse("2026-01-02T03:04:05Z"),
            socket,
            Optional.of(
                new DaemonStatus.Running("publish", "ann", Instant.parse("2026-01-02T04:04:05Z"))),
            2,
            Optional.of(
                new DaemonStatus.Ended(
                    "rollback",
                    "bob",
                    Instant.parse("2026-01-02T03:30:05Z"),
                    DaemonStatus.Outcome.PUBLISHED,
                    Optional.of("r1"))),
            Optional.of(
                new Schedule.Item(
                    Schedule.Event.APPEARS,
                    ZonedDateTime.parse("2999-12-01T09:00:00Z[UTC]"),
                    "content/due.md")),
            List.of("the disk is nearly full"));
    try (FakeDaemon _ = daemon.listen(socket)) {
      assertThat(onSite(directory, "status").out())
          .endsWith(
              """
              daemon:  process 17, since NOW, at DIR/s
              running: publish for ann, since NOW; waiting: 2
              last:    rollback for bob, published NOW (release r1)
              next:    content/due.md appears 2999-12-01 09:00 UTC
              warning: the disk is nearly full
              """);
      JSONObject json = new JSONObject(Cli.run("status", "--json", "--site=" + directory).out());
      assertThat(json.getString("site")).isEqualTo(directory.toString());
      assertThat(json.getString("strategy")).isEqualTo("exchange");
      assertThat(json.getJSONObject("live").getString("state")).isEqualTo("live");
      assertThat(json.getJSONObject("daemon").toMap())
          .containsOnlyKeys(
              "pid", "since", "socket", "running", "waiting", "last", "next", "warnings")
          .containsEntry("pid", 17)
          .containsEntry(
              "next",
              Map.of(
                  "event",
                  "appears",
                  "at",
                  "2999-12-01T09:00:00Z",
                  "zone",
                  "UTC",
                  "source",
                  "content/due.md"));
    }
  }

  @Test
  void theScheduleHasWhatAppearsAndWhatExpires() throws IOException {
    assertThat(onSite(directory, "schedule"))
        .isEqualTo(
            new Cli(
                0,
                """
                2998-01-01 00:00 +02:00  expires  content/old.md
                2999-12-01 09:00 UTC  appears  content/due.md
                """,
                ""));
    JSONObject json = new JSONObject(Cli.run("schedule", "--json", "--site=" + directory).out());
    assertThat(json.getJSONArray("schedule").getJSONObject(0).toMap())
        .isEqualTo(
            Map.of(
                "event",
                "expires",
                "at",
                "2997-12-31T22:00:00Z",
                "zone",
                "+02:00",
                "source",
                "content/old.md",
                "seen",
                true));
    file(directory, "content/one.md", "Title: One\nDate: someday\n\nText.\n");
    assertThat(onSite(directory, "schedule").exitCode()).isEqualTo(1);
  }
}
