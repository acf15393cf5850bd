package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.BuildListener;
import godwit.config.ConfigReader;
import godwit.control.CommandFace.Outcome;
import godwit.control.ReloadResult;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a daemon hands the face, and what it gets back.
class ServedCommandsTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private ServedSite site;

  @BeforeEach
  void makeSite() throws IOException {
    Path config =
        Files.writeString(directory.resolve("godwit.toml"), "[site]\ntitle = \"Flock\"\n");
    Files.createDirectories(directory.resolve("content"));
    Files.writeString(directory.resolve("content/one.md"), "Title: One\nDate: 2026-01-02\n\nA.\n");
    site = new ServedSite(ConfigReader.read(config, new Diagnostics()).orElseThrow());
  }

  private Outcome run(String command, String... arguments) {
    return new ServedCommands()
        .run(
            command,
            List.of(arguments),
            site,
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            BuildListener.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "diff", "schedule", "check", "list"})
  void whatBuildsIsRefusedWhereTheSettingsAreWrong(String command) {
    Diagnostics found = new Diagnostics();
    found.error(SourcePosition.ofFile("godwit.toml"), "config-file", "it is wrong", null);
    site.changed = Optional.of(new ReloadResult.Refused(found.sorted()));
    assertThat(run(command)).isEqualTo(new Outcome.Ended(ExitCode.USAGE));
    assertThat(told()).isEqualTo("godwit.toml: error[config-file]: it is wrong\n");
    out.reset();
    assertThat(run(command, "--json")).isEqualTo(new Outcome.Ended(ExitCode.USAGE));
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"reason\":\"config\"");
    assertThat(run("releases")).isEqualTo(new Outcome.Ended(ExitCode.DONE));
  }

  @Test
  void whatNeedsARestartIsAWarning() {
    site.changed = Optional.of(new ReloadResult.Reloaded(List.of("daemon.mode")));
    assertThat(run("check")).isEqualTo(new Outcome.Ended(ExitCode.DONE));
    assertThat(told()).contains("godwit: warning: daemon.mode was changed, and holds when");
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "init", "new", "publishh", "--version", "-h", "../publish", "help"})
  void whatIsNoCommandHereIsTold(String command) {
    assertThat(run(command)).isEqualTo(new Outcome.UnknownCommand(CommandFactory.OF_SITES));
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "publish,--forse",
    "publish,x",
    "publish,--allow=x",
    "publish,--as-of=x",
    "publish,init",
    "diff,nowhere.html",
    "rollback,1999",
    "publish,--site=/",
    "publish,-C/",
    "publish,--threads=1",
    "publish,--local",
    "publish,--socket=/s",
    "build,--output=/tmp/x",
    "build,-o/tmp/x",
    "status,@/etc/passwd"
  })
  void wrongArgumentsAreToldWithTheUsage(String command, String argument) {
    Outcome outcome = run(command, argument);

    assertThat(outcome).isInstanceOf(Outcome.WrongUsage.class);
    assertThat(((Outcome.WrongUsage) outcome).usage()).startsWith("Usage: godwit " + command);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(told()).startsWith("godwit: " + ((Outcome.WrongUsage) outcome).message());
    assertThat(directory.resolve("public/html")).doesNotExist();
  }

  @Test
  void noFileIsReadForAnArgument() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "--quiet");
    Outcome outcome = run("status", "@" + file);
    assertThat(outcome).isInstanceOf(Outcome.WrongUsage.class);
    assertThat(told()).contains("@" + file).doesNotContain("--quiet");
  }

  @Test
  void helpIsPlainText() {
    assertThat(run("publish", "--help")).isEqualTo(new Outcome.Ended(0));
    assertThat(told()).startsWith("Usage: godwit publish [").doesNotContain("\u001B");
  }

  @Test
  void aBuildIsMadeInTheSiteDirectory() {
    assertThat(run("build")).isEqualTo(new Outcome.Ended(0));
    assertThat(directory.resolve("build/index.html")).exists();
  }

  @Test
  void aFailureIsNoWrongUsage() throws IOException {
    Files.writeString(directory.resolve("content/a.md"), "Title: A\nDate: someday\n\nText.\n");
    assertThat(run("publish")).isEqualTo(new Outcome.Ended(1));
    assertThat(run("rollback")).isEqualTo(new Outcome.Ended(7));
  }
}
