package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.release.Holder;
import godwit.release.ReleaseRequest;
import godwit.release.StagedRelease;
import godwit.release.Strategy;
import godwit.release.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Godwit as it is installed: the launcher, the packaged jar, a home of its own.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EndToEndIT {
  @TempDir Path temporary;
  private Path directory;
  private Path site;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void install() throws IOException {
    directory = temporary.toRealPath();
    site = directory.resolve("blog");
    Files.createDirectories(directory.resolve("opt/bin"));
    Files.createDirectories(directory.resolve("opt/lib"));
    copy(Path.of("scripts/godwit"), "opt/bin/godwit");
    copy(Path.of("target/godwit.jar"), "opt/lib/godwit.jar");
    copy(Path.of("target/godwit.aot"), "opt/lib/godwit.aot");
    environment.put("HOME", Files.createDirectory(directory.resolve("home")).toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }

  private void copy(Path from, String to) throws IOException {
    Files.copy(from, directory.resolve(to), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private Cli godwit(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(directory.resolve("opt/bin/godwit").toString());
    command.addAll(List.of(arguments));
    // To files: what is not read at once would fill a pipe.
    Path out = Files.createTempFile(directory, "out", "");
    Path err = Files.createTempFile(directory, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Files.isDirectory(site) ? site.toFile() : directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Cli(builder.start().waitFor(), Files.readString(out), Files.readString(err));
  }

  private void edit(String path, String text) throws IOException {
    Files.writeString(site.resolve(path), text);
  }

  @Test
  void aSiteIsBegunPublishedChangedAndPublishedAgain() throws Exception {
    assertThat(godwit("init", "blog", "--url=https://example.org").exitCode()).isZero();
    Cli first = godwit("publish");
    Path about = site.resolve("public/html/pages/about.html");
    FileTime published = Files.getLastModifiedTime(about);
    assertThat(first.err()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).startsWith("Published 1 article, 1 page and ");
    assertThat(about).exists();
    assertThat(site.resolve("public/html.old")).doesNotExist();

    edit("content/second.md", "Title: Second\nDate: 2026-01-01\n\nText.\n");
    Cli second = godwit("publish");

    assertThat(second).satisfies(told -> assertThat(told.exitCode()).isZero());
    assertThat(site.resolve("public/html/second.html")).exists();
    assertThat(site.resolve("public/html.old/pages/about.html")).exists();
    assertThat(site.resolve("public/html.old/second.html")).doesNotExist();
    assertThat(Files.getLastModifiedTime(site.resolve("public/html.old/pages/about.html")))
        .isEqualTo(published);
  }

  @Test
  void mistakesLeaveWhatIsLiveAlone() throws Exception {
    godwit("init", "blog");
    godwit("publish", "--quiet");
    Path index = site.resolve("public/html/index.html");
    byte[] before = Files.readAllBytes(index);

    edit("content/bad.md", "Title: Bad\nDate: someday\n\nText.\n");
    assertThat(godwit("publish"))
        .isEqualTo(
            Cli.wrongDate("content/bad.md", "nothing is published, what was live is live still"));
    assertThat(godwit("publish", "--nope").exitCode()).isEqualTo(2);
    edit("godwit.toml", "[site]\n");
    assertThat(godwit("publish").exitCode()).isEqualTo(2);
    assertThat(index).hasBinaryContent(before);
    assertThat(site.resolve("public/html.old")).doesNotExist();
  }

  @Test
  void aSecondPublisherIsToldWhoTheFirstIs() throws Exception {
    godwit("init", "blog");
    Holder holder =
        new Holder(
            ProcessHandle.current().pid(),
            "tester",
            Instant.parse("2026-01-02T03:04:05Z"),
            "a test's publish");

    ReleaseRequest request =
        new ReleaseRequest(holder, "a site", holder.since(), 3, Duration.ofDays(1));
    try (StagedRelease held =
        Target.open(site.resolve("public"), Strategy.EXCHANGE).stage(request)) {
      assertThat(godwit("publish"))
          .isEqualTo(
              new Cli(
                  5,
                  "",
                  """
                  godwit: another publish to %s is running: 'a test's publish', process %s, since 2026-01-02T03:04:05Z
                    hint: wait until it is done, then publish again
                  """
                      .formatted(site.resolve("public"), holder.pid())));
      assertThat(site.resolve("public/html")).doesNotExist();
    }
    assertThat(godwit("publish").exitCode()).isZero();
  }

  /// Cron gives neither a locale nor a terminal.
  @Test
  void fileNamesNeedNoLocale() throws Exception {
    godwit("init", "blog");
    edit(
        "content/größe.md",
        "Title: Größe 🐦\nSlug: größe\nDate: 2026-01-01\n\n[Über]({filename}pages/über.md).\n");
    edit("content/pages/über.md", "Title: Über\n\nText.\n");

    assertThat(godwit("publish").err()).isEmpty();
    assertThat(site.resolve("public/html/größe.html")).content().contains("/pages/uber.html");
  }

  @Test
  void theTargetMayBeALinkToElsewhere() throws Exception {
    godwit("init", "blog");
    Path elsewhere = Files.createDirectory(directory.resolve("srv"));
    Files.createSymbolicLink(site.resolve("public"), elsewhere);

    assertThat(godwit("publish").exitCode()).isZero();
    assertThat(elsewhere.resolve("html/index.html")).exists();
    assertThat(site.resolve("public")).isSymbolicLink();
  }

  @Test
  void jsonIsAllThatIsPrinted() throws Exception {
    godwit("init", "blog");

    Cli told = godwit("publish", "--json");

    assertThat(told.err()).isEmpty();
    assertThat(told.json().getString("result")).isEqualTo("ok");
  }
}
