package godwit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.PublishSettings.After;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputFile;
import godwit.output.OutputPath;
import godwit.release.Change;
import godwit.release.Changes;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.json.JSONParserConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands that are run after a publish, as real processes.
@Timeout(60)
class AfterCommandsTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  @TempDir Path directory;
  private TestSite site;
  private final Diagnostics diagnostics = new Diagnostics();

  @BeforeEach
  void makeSite() throws IOException {
    site =
        new TestSite(
            directory.toRealPath(),
            "[site]\ntitle = \"Flock\"\nurl = \"https://example.org/blog\"\n");
  }

  @Test
  void getsWhatChangedOnStandardInput() throws IOException {
    assertThat(run(LONG, 1, "sh", "-c", "cat > told.json").failure()).isEmpty();

    JSONObject told =
        new JSONObject(
            Files.readString(site.directory().resolve("told.json")),
            new JSONParserConfiguration().withStrictMode(true));
    assertThat(told.toMap())
        .containsOnlyKeys(
            "event", "release", "before", "site", "live", "asOf", "added", "changed", "removed")
        .containsEntry("event", "publish")
        .containsEntry("release", "r2")
        .containsEntry("before", "r1")
        .containsEntry("site", "https://example.org/blog")
        .containsEntry("live", "/srv/html")
        .containsEntry("asOf", "2026-06-01T00:00:00Z");
    assertThat(told.getJSONArray("added").getJSONObject(0).toMap())
        .containsOnlyKeys("path", "url", "kind", "source", "size", "contentChanged")
        .containsEntry("path", "é 0/index.html")
        .containsEntry("url", "https://example.org/blog/%C3%A9%200/")
        .containsEntry("kind", "page")
        .containsEntry("source", "content/\"0\".md")
        .containsEntry("size", 7)
        .containsEntry("contentChanged", true);
    assertThat(told.getJSONArray("changed").getJSONObject(0).toMap())
        .containsEntry("url", "https://example.org/blog/")
        .containsEntry("kind", "list")
        .containsEntry("contentChanged", false);
    assertThat(told.getJSONArray("removed")).isEmpty();
  }

  @Test
  void isToldInTheEnvironmentToo() {
    AfterRun run =
        run(
            LONG,
            1,
            "sh",
            "-c",
            "echo $GODWIT_EVENT $GODWIT_RELEASE $GODWIT_LIVE; test \"$GODWIT_SITE\" = \"$PWD\""
                + " && test -n \"$PATH\" && test -z \"$NOTIFY_SOCKET$JAVA_TOOL_OPTIONS\"");

    assertThat(run.failure()).isEmpty();
    assertThat(run.output()).isEqualTo("publish r2 /srv/html");
  }

  @Test
  void noShellReadsTheArguments() {
    assertThat(run(LONG, 1, "echo", "$HOME", "* ;", "\"x\"").output()).isEqualTo("$HOME * ; \"x\"");
  }

  @Test
  void aCommandNeedNotRead() {
    // Far more than a pipe holds.
    assertThat(run(LONG, 20_000, "true").failure()).isEmpty();
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void aFailureIsAWarning() {
    AfterRun run = run(LONG, 1, "sh", "-c", "echo one; echo two >&2; exit 3");

    assertThat(run.failure()).contains("exit code 3");
    assertThat(run.output()).isEqualTo("one\ntwo");
    assertThat(diagnostics.sorted())
        .singleElement()
        .hasToString(
            """
            godwit.toml:7:1: warning[after]: 'sh -c echo one; echo two >&2; exit 3': exit code 3; it printed last: two
              hint: what was published is live all the same; run the command by hand if it matters\
            """);
  }

  @Test
  void aProgramThatIsNotThereIsAWarning() throws IOException {
    assertThat(run(LONG, 1, site.directory().resolve("missing").toString()).failure())
        .contains("it cannot be run: No such file or directory");
    Files.writeString(site.directory().resolve("plain.txt"), "x");
    assertThat(run(LONG, 1, site.directory().resolve("plain.txt").toString()).failure())
        .contains("it cannot be run: Permission denied");
    assertThat(diagnostics.sorted()).hasSize(2);
  }

  /// As `daemon &` in a script leaves it: its parent is gone, and it may have a session of its own.
  @ParameterizedTest
  @ValueSource(strings = {"", "setsid "})
  void anOrphanIsStoppedToo(String session) throws IOException {
    AfterRun run =
        run(
            Duration.ofSeconds(1),
            1,
            "sh",
            "-c",
            "(" + session + "sh -c 'echo $$ > orphan; sleep 100; true' &); sleep 100; true");

    assertThat(run.failure()).contains("it was stopped after 1 s");
    long orphan = Long.parseLong(Files.readString(site.directory().resolve("orphan")).strip());
    Instant limit = Instant.now().plusSeconds(5);
    while (isRunning(orphan) && Instant.now().isBefore(limit)) {
      Thread.onSpinWait(); // the kernel takes its time
    }
    assertThat(isRunning(orphan)).as("an orphan is running").isFalse();
  }

  @Test
  void whatStaysBehindACommandThatIsDoneIsLeftAlone() throws IOException {
    assertThat(run(LONG, 1, "sh", "-c", "sleep 30 > /dev/null & echo $! > left").failure())
        .isEmpty();

    long left = Long.parseLong(Files.readString(site.directory().resolve("left")).strip());
    assertThat(isRunning(left)).isTrue();
    ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void timeIsLimitedForAllThatItStarted() throws IOException {
    AfterRun run =
        run(
            Duration.ofSeconds(1),
            1,
            "sh",
            "-c",
            "echo begun; (sh -c 'echo $$ > inner; sleep 100; true'; true) & sleep 100; true");

    assertThat(run.failure()).contains("it was stopped after 1 s");
    assertThat(run.output()).isEqualTo("begun");
    long inner = Long.parseLong(Files.readString(site.directory().resolve("inner")).strip());
    Instant limit = Instant.now().plusSeconds(20);
    while (isRunning(inner) && Instant.now().isBefore(limit)) {
      Thread.onSpinWait(); // the kernel takes its time
    }
    assertThat(isRunning(inner)).as("a grandchild is running").isFalse();
  }

  /// A process that nobody has asked about after its death is still listed, as a zombie.
  private static boolean isRunning(long pid) throws IOException {
    try {
      return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Test
  void aChildLeftBehindIsNotWaitedFor() {
    assertThat(run(Duration.ofSeconds(40), 1, "sh", "-c", "sleep 55 & exit 0").failure()).isEmpty();
  }

  @Test
  void onlyTheEndOfALongOutputIsKept() {
    AfterRun run = run(LONG, 1, "sh", "-c", "yes 0123456789 | head -c 1100000; echo end");

    assertThat(run.failure()).isEmpty();
    assertThat(run.output()).hasSizeLessThan(5000).endsWith("0123456789\nend");
  }

  @Test
  void anEndlessOutputIsStopped() {
    assertThat(run(LONG, 1, "yes").failure())
        .contains("it was stopped: it printed more than 16 MiB");
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    List<String> before = temporaryFiles();
    run(LONG, 1, "true");
    run(LONG, 1, site.directory().resolve("missing").toString());

    assertThat(temporaryFiles()).isEqualTo(before);
  }

  @Test
  void oneRunsAfterTheOther() throws IOException {
    List<AfterRun> runs =
        new AfterCommands(
                List.of(
                    after(LONG, "sh", "-c", "echo 1 >> order; exit 1"),
                    after(LONG, "sh", "-c", "echo 2 >> order")))
            .run(event(1), diagnostics);

    assertThat(runs)
        .extracting(AfterRun::failure)
        .containsExactly(Optional.of("exit code 1"), Optional.empty());
    assertThat(Files.readString(site.directory().resolve("order"))).isEqualTo("1\n2\n");
  }

  private AfterRun run(Duration timeout, int files, String... command) {
    return new AfterCommands(List.of(after(timeout, command)))
        .run(event(files), diagnostics)
        .getFirst();
  }

  private After after(Duration timeout, String... command) {
    return new After(
        List.of(command), timeout, site.directory(), new SourcePosition("godwit.toml", 7, 1));
  }

  private AfterEvent event(int files) {
    Stream<Change> added =
        IntStream.range(0, files)
            .mapToObj(
                i ->
                    change(
                        Change.Type.ADDED,
                        "é " + i + "/index.html",
                        OutputFile.Kind.PAGE,
                        "content/\"" + i + "\".md",
                        true));
    Change changed =
        change(Change.Type.CHANGED, "index.html", OutputFile.Kind.LIST, "the index", false);
    return new AfterEvent(
        "publish",
        site.config(),
        "r2",
        Instant.parse("2026-06-01T00:00:00Z"),
        Path.of("/srv/html"),
        new Changes(Optional.of("r1"), Stream.concat(added, Stream.of(changed)).toList(), 1, 1),
        SiteUrls.of(site.config()));
  }

  private static Change change(
      Change.Type type, String path, OutputFile.Kind kind, String source, boolean content) {
    return new Change(type, new OutputFile(new OutputPath(path), kind, source), 7, content);
  }

  private static List<String> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("godwit-") && name.endsWith(".tmp"))
          .sorted()
          .toList();
    }
  }
}
