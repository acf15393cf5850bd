package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigReader;
import godwit.control.DaemonStatus;
import godwit.control.FakeDaemon;
import godwit.control.ReloadResult;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import godwit.publish.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands with a daemon behind them.
class DaemonCallTest {
  @TempDir Path temporary;
  private Path directory;
  private Path socket;

  @BeforeEach
  void makeSite() throws IOException {
    directory = makeSite("flock");
    socket = directory.resolve("s");
  }

  private Path makeSite(String name) throws IOException {
    Path site = temporary.toRealPath().resolve(name);
    file(
        site,
        "godwit.toml",
        "[site]\ntitle = \"Flock\"\nurl = \"https://example.org\"\n[daemon]\nsocket = \"s\"\n");
    for (String article : List.of("one", "two", "three", "four", "five", "six")) {
      file(site, "content/" + article + ".md", article(article));
    }
    file(site, "content/due.md", "Title: Due\nDate: 2999-12-01 09:00\n\nText.\n");
    file(
        site,
        "content/old.md",
        "Title: Old\nDate: 2026-01-01\nExpires: 2998-01-01 00:00 +0200\n\nText.\n");
    return site;
  }

  private static String article(String name) {
    return "Title: " + name + "\nDate: 2026-01-02 10:00\n\nText of " + name + ".\n";
  }

  private static void file(Path site, String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static ServedSite served(Path site) {
    return new ServedSite(
        ConfigReader.read(site.resolve("godwit.toml"), new Diagnostics()).orElseThrow());
  }

  private static Cli onSite(Path site, String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--site=" + site));
    all.addAll(List.of(arguments));
    return masked(Cli.run(all.toArray(String[]::new)).without(site));
  }

  private static Cli masked(Cli told) {
    return new Cli(
        told.exitCode(),
        told.out()
            .replaceAll("\"(m|publishingM)illiseconds\":\\d+", "MS")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "NOW")
            .replaceAll("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d", "NOW"),
        told.err());
  }

  /// Something that is done to a site.
  private interface Step {
    Cli on(Path site) throws IOException;
  }

  private static Step command(String... words) {
    String[] arguments = List.of(words).subList(1, words.length).toArray(String[]::new);
    return site -> onSite(site, words[0], arguments);
  }

  private static Step change(String path, String text) {
    return site -> {
      file(site, path, text);
      return new Cli(0, "", "");
    };
  }

  private static Step delete(String... names) {
    return site -> {
      for (String name : names) {
        Files.delete(site.resolve("content/" + name + ".md"));
      }
      return new Cli(0, "", "");
    };
  }

  private static List<Step> story() {
    return List.of(
        command("releases"),
        command("rollback"),
        command("publish", "--dry-run"),
        command("publish"),
        command("publish"),
        command("publish", "--json"),
        command("publish", "--quiet"),
        change("content/one.md", article("another")),
        command("diff"),
        command("diff", "content/one.md"),
        command("diff", "--json", "one.html"),
        command("diff", "--", "-nowhere"),
        command("publish", "--json", "--as-of", "2026-06-01"),
        command("publish", "--as-of=yesterday"),
        change("content/two.md", "Title: two\nDate: someday\n\n[x]({filename}nowhere.md)\n"),
        command("publish"),
        command("publish", "--json"),
        command("diff"),
        delete("two", "three", "four", "five"),
        command("publish"),
        command("publish", "--json"),
        command("publish", "--allow=no-such-rule"),
        command("publish", "--allow", "max-removed,secret", "--dry-run"),
        command("publish", "--force"),
        command("releases"),
        command("releases", "--json"),
        command("rollback", "1999"),
        command("rollback", "20"),
        command("rollback"),
        command("rollback", "--json"),
        command("schedule"),
        command("schedule", "--json"));
  }

  @Test
  void aDaemonTellsTheSameAsTheShell() throws IOException {
    Path other = makeSite("other");
    ServedSite daemon = served(directory);
    int exitCodes = 0;
    try (FakeDaemon _ = daemon.listen(socket)) {
      for (Step step : story()) {
        Cli served = step.on(directory);
        Cli direct = step.on(other);
        assertThat(served).isEqualTo(direct);
        exitCodes |= 1 << served.exitCode();
      }
    }
    assertThat(daemon.asked).hasSize(story().size() - 3);
    assertThat(exitCodes).as("exit codes 0, 1, 2 and 7").isEqualTo(0b10000111);
  }

  @Test
  void localDoesWithoutTheDaemon() throws IOException {
    ServedSite daemon = served(directory);
    try (FakeDaemon _ = daemon.listen(socket)) {
      assertThat(onSite(directory, "publish", "--local").exitCode()).isZero();
      assertThat(onSite(directory, "check").exitCode()).isZero();
      assertThat(onSite(directory, "publish", "--help").exitCode()).isZero();
      assertThat(daemon.asked).isEmpty();
      assertThat(onSite(directory, "publish").out()).contains("nothing to publish");
      assertThat(daemon.asked).containsExactly("publish");
    }
  }

  @Test
  void theDaemonOfAnotherSiteIsLeftAlone() throws IOException {
    Path other = makeSite("other");
    try (FakeDaemon daemon = FakeDaemon.of(socket, other, "")) {
      assertThat(onSite(directory, "publish").out()).contains("Published 7 articles");
      assertThat(daemon.requests()).hasSize(1);
      assertThat(onSite(directory, "publish", "--socket=" + socket))
          .isEqualTo(
              new Cli(
                  2,
                  "",
                  "godwit: the daemon at DIR/s serves the site %s, not DIR\nSee 'godwit publish --help'.\n"
                      .formatted(other)));
    }
  }

  @Test
  void aSocketThatIsNamedNeedsADaemon() throws IOException, InterruptedException {
    assertThat(onSite(directory, "publish", "--socket=" + socket))
        .isEqualTo(new Cli(3, "", "godwit: no daemon is listening at DIR/s\n"));
    String longName = "x".repeat(108);
    assertThat(onSite(directory, "publish", "--socket=/" + longName))
        .isEqualTo(
            new Cli(
                2,
                "",
                "godwit: the path of a socket can have 107 bytes at most: /%s\nSee 'godwit publish --help'.\n"
                    .formatted(longName)));
    try (FakeDaemon daemon = FakeDaemon.of(socket, directory, "")) {
      daemon.kill();
      assertThat(onSite(directory, "status", "--socket=" + socket))
          .isEqualTo(new Cli(3, "", "godwit: nobody listens at DIR/s any more\n"));
      assertThat(onSite(directory, "status").exitCode()).isZero();
    }
  }

  @Test
  void aStrangerIsPassedByUnlessHeIsNamed() throws IOException {
    try (FakeDaemon _ =
        FakeDaemon.listen(socket, (_, reply) -> reply.write("SSH-2.0\r\n".getBytes()))) {
      assertThat(onSite(directory, "releases"))
          .isEqualTo(
              new Cli(
                  0,
                  "there is no release yet: make one with 'godwit publish'\n",
                  "godwit: warning: what listens at DIR/s does not speak as a Godwit daemon does;"
                      + " doing it without a daemon\n"));
      assertThat(onSite(directory, "releases", "--socket=" + socket).exitCode()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 70})
  void theExitCodeIsTheOneOfTheDaemon(int code) throws IOException {
    String reply =
        FakeDaemon.ok("{\"out\":\"o\\n\"}\n{\"err\":\"e\\n\"}\n{\"exit\":" + code + "}\n");
    try (FakeDaemon _ = FakeDaemon.of(socket, directory, reply)) {
      assertThat(onSite(directory, "publish")).isEqualTo(new Cli(code, "o\n", "e\n"));
    }
  }

  @ParameterizedTest
  @CsvSource({"400,2", "403,4", "404,2", "409,5", "500,70", "503,5", "504,6"})
  void aRefusalHasAnExitCode(int status, int code) throws IOException {
    String reply = "HTTP/1.1 " + status + " x\r\n\r\n{\"detail\":\"so it is\"}";
    try (FakeDaemon _ = FakeDaemon.of(socket, directory, reply)) {
      Cli told = onSite(directory, "publish");
      assertThat(told.exitCode()).isEqualTo(code);
      assertThat(told.out()).isEmpty();
      assertThat(told.err()).startsWith("godwit: the daemon refuses: so it is\n");
    }
  }

  @Test
  void aStreamThatBreaksOffIsToldWithWhatCameBefore() throws IOException {
    try (FakeDaemon _ = FakeDaemon.of(socket, directory, FakeDaemon.ok("{\"out\":\"a\"}\n"))) {
      assertThat(onSite(directory, "publish"))
          .isEqualTo(
              new Cli(
                  3,
                  "a",
                  "godwit: the daemon at DIR/s broke off its answer\n"
                      + "  hint: 'godwit status' tells what is live\n"));
    }
  }

  @Test
  void whatIsSentHasOneForm() throws IOException {
    String reply = FakeDaemon.ok("{\"exit\":0}\n");
    try (FakeDaemon daemon = FakeDaemon.of(socket, directory, reply)) {
      onSite(directory, "publish", "-q", "--allow", "secret,no-index", "--allow=max-removed");
      onSite(directory, "diff", "--socket", socket.toString(), "--as-of", "2026-01-01", "a b");
      onSite(directory, "diff", "--", "--x");
      assertThat(daemon.requests().stream().map(FakeDaemon.Request::body).filter(b -> !b.isEmpty()))
          .containsExactly(
              "[\"--quiet\",\"--allow=secret,no-index\",\"--allow=max-removed\"]",
              "[\"--as-of=2026-01-01\",\"a b\"]",
              "[\"--\",\"--x\"]");
    }
  }

  @Test
  void whatIsOfTheProcessCannotBeAskedOfADaemon() throws IOException {
    try (FakeDaemon _ = served(directory).listen(socket)) {
      assertThat(onSite(directory, "publish", "--threads=1"))
          .isEqualTo(
              new Cli(
                  2,
                  "",
                  """
                  godwit: --threads cannot be asked of a daemon; 'godwit publish --local' works without one
                  See 'godwit publish --help'.
                  """));
    }
  }

  @Test
  void withoutADaemonThereIsNoneToReloadOrStop() {
    assertThat(onSite(directory, "reload"))
        .isEqualTo(new Cli(3, "", "godwit: no daemon is listening for the site DIR\n"));
    assertThat(onSite(directory, "shutdown"))
        .isEqualTo(new Cli(3, "", "godwit: no daemon is listening for the site DIR\n"));
  }

  @Test
  void theDaemonReadsItsSettingsAgainAndStops() throws IOException {
    ServedSite daemon = served(directory);
    try (FakeDaemon _ = daemon.listen(socket)) {
      assertThat(onSite(directory, "reload"))
          .isEqualTo(new Cli(0, "the daemon has read godwit.toml again\n", ""));
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
  void aConfigThatIsWrongIsToldBeforeAnybodyIsAsked() throws IOException {
    ServedSite daemon = served(directory);
    try (FakeDaemon fake = daemon.listen(socket)) {
      file(directory, "godwit.toml", "[site]\n[daemon]\nsocket = \"s\"\n");
      Cli told = onSite(directory, "publish");
      assertThat(told.exitCode()).isEqualTo(2);
      assertThat(told.err()).containsOnlyOnce("site.title is missing");
      assertThat(fake.requests()).isEmpty();
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
                "content/old.md"));
    file(directory, "content/one.md", "Title: One\nDate: someday\n\nText.\n");
    assertThat(onSite(directory, "schedule").exitCode()).isEqualTo(1);
  }
}
