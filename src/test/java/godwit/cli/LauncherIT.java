package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `scripts/godwit`, copied to places of its own: once with Javas and a Maven that only tell how
/// they were called, once with the real ones.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LauncherIT {
  private static final Path REAL_JAVA_HOME = Path.of(System.getProperty("java.home"));

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>();

  private record Outcome(int exitCode, String out, String err) {}

  @BeforeEach
  void findNothingOutsideTheDirectory() throws IOException {
    environment.put("HOME", directory.toString());
    environment.put("GODWIT_JVM_DIR", Files.createDirectory(directory.resolve("jvm")).toString());
    environment.put("PATH", Files.createDirectory(directory.resolve("path")).toString());
  }

  @Test
  void saysWhatToInstallWhenThereIsNoJava() throws Exception {
    fakeJava("jvm/old", "JAVA_VERSION=\"24.0.2\"");

    assertThat(run(installed()))
        .isEqualTo(
            new Outcome(
                127,
                "",
                "godwit: no Java 25 or newer found: install one,"
                    + " or set JAVA_HOME to where it is\n"));
  }

  @Test
  void prefersJavaHome() throws Exception {
    fakeJava("jvm/other", "JAVA_VERSION=\"25\"");
    environment.put("JAVA_HOME", fakeJava("mine", "JAVA_VERSION=\"26-ea\"").toString());

    assertThat(run(installed()).out()).startsWith("mine\n");
  }

  @Test
  void passesOverAJavaHomeThatIsTooOld() throws Exception {
    fakeJava("jvm/new", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"\nOS_NAME=\"Linux\"");
    environment.put("JAVA_HOME", fakeJava("mine", "JAVA_VERSION=\"1.8.0_402\"").toString());

    assertThat(run(installed()).out()).startsWith("new\n");
  }

  @Test
  void followsTheJavaOnThePathToItsHome() throws Exception {
    Path java = fakeJava("elsewhere", "JAVA_VERSION=\"25\"").resolve("bin/java");
    Files.createSymbolicLink(directory.resolve("path/java"), java);
    addSystemPath();

    assertThat(run(installed()).out()).startsWith("elsewhere\n");
  }

  @Test
  void asksAJavaThatHasNoReleaseFile() throws Exception {
    fakeJava("jvm/asked", null);

    assertThat(run(installed()).out()).startsWith("asked\n");
  }

  @Test
  void passesArgumentsAndExitCodeOn() throws Exception {
    fakeJava("jvm/java", "JAVA_VERSION=\"25\"");
    environment.put("GODWIT_JAVA_OPTS", "-Xmx64m -Da=*");

    Outcome outcome = run(installed(), "a  b", "", "*", "$HOME", "-x='ü'");

    assertThat(outcome.out().lines())
        .containsSubsequence(
            "[-Xmx64m]",
            "[-Da=*]",
            "[-jar]",
            "[" + directory.resolve("my tools/lib/godwit.jar") + "]",
            "[a  b]",
            "[]",
            "[*]",
            "[$HOME]",
            "[-x='ü']");
    assertThat(outcome.exitCode()).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx24m", "-Xmx64m", "-Xmx128m", "-XX:MaxRAM=512m"})
  void startsWithLittleMemory(String option) throws Exception {
    useRealJava();
    Path launcher = installed(true);
    environment.put("GODWIT_JAVA_OPTS", option);

    for (String command : List.of("--version", "daemon")) {
      Outcome outcome = run(launcher, command, "--help");
      assertThat(outcome.out() + outcome.err()).as(command).doesNotContain("AOT", "VM");
      assertThat(outcome.exitCode()).as(command).isZero();
    }
  }

  @Test
  void leavesTheChoiceOfACollectorToTheOptions() throws Exception {
    fakeJava("jvm/java", "JAVA_VERSION=\"25\"");
    environment.put("GODWIT_JAVA_OPTS", "-XX:+UseZGC");

    assertThat(run(installed()).out()).contains("[-XX:+UseZGC]").doesNotContain("UseParallelGC");
  }

  @Test
  void findsItsJarThroughASymlink() throws Exception {
    fakeJava("jvm/java", "JAVA_VERSION=\"25\"");
    Path link = Files.createSymbolicLink(directory.resolve("g"), installed());
    Path linkToLink = Files.createSymbolicLink(directory.resolve("path/g"), Path.of("../g"));
    addSystemPath();

    assertThat(run(link).out()).contains("/my tools/lib/godwit.jar]");
    assertThat(run(linkToLink).out()).contains("/my tools/lib/godwit.jar]");
  }

  @Test
  void startsFromTheAotCache() throws Exception {
    useRealJava();
    Path launcher = installed(true);
    environment.put("GODWIT_JAVA_OPTS", "-Xlog:class+load");

    assertThat(run(launcher, "--version").out())
        .containsPattern("picocli\\.CommandLine source: shared objects file")
        .containsPattern("godwit\\.cli\\.Main source: shared objects file");
  }

  @Test
  void startsTheDaemonFromACacheOfItsOwn() throws Exception {
    useRealJava();
    Path launcher = installed(true);
    environment.put("GODWIT_JAVA_OPTS", "-Xlog:class+load");
    String server = "org\\.eclipse\\.jetty\\.server\\.Server source: shared objects file";

    assertThat(run(launcher, "daemon", "--version").out()).containsPattern(server);
    assertThat(run(launcher, "--version").out()).doesNotContainPattern(server);
    setTime("my tools/lib/godwit-daemon.aot", Instant.EPOCH);
    assertThat(run(launcher, "daemon", "--version").out())
        .doesNotContainPattern(server)
        .containsPattern("godwit\\.cli\\.Main source: shared objects file");
  }

  @Test
  void leavesACacheAloneThatIsOlderThanTheJar() throws Exception {
    useRealJava();
    Path launcher = installed(true);
    setTime("my tools/lib/godwit.aot", Instant.EPOCH);
    environment.put("GODWIT_JAVA_OPTS", "-Xlog:class+load");

    assertThat(run(launcher, "--version").out())
        .doesNotContainPattern("picocli\\.CommandLine source: shared objects file");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 4096, 1_000_000})
  void saysNothingOfADamagedCache(int length) throws Exception {
    useRealJava();
    Path launcher = installed(true);
    Path cache = directory.resolve("my tools/lib/godwit.aot");
    Files.write(cache, Arrays.copyOf(Files.readAllBytes(cache), length));

    assertRunsInSilence(launcher);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xint"})
  void saysNothingOfACacheMadeWithOtherOptions(String option) throws Exception {
    useRealJava();
    environment.put("GODWIT_JAVA_OPTS", option);

    assertRunsInSilence(installed(true));
  }

  private void assertRunsInSilence(Path launcher) throws Exception {
    assertThat(run(launcher, "--version")).isEqualTo(new Outcome(0, "godwit 0.1.0\n", ""));
  }

  @Test
  void buildsACheckoutOnce() throws Exception {
    Path launcher = checkout("echo built >> builds; mkdir -p target; echo jar > target/godwit.jar");

    assertThat(run(launcher).err()).isEqualTo("godwit: building…\n");
    assertThat(run(launcher).err()).isEmpty();
    assertThat(directory.resolve("checkout/builds")).hasContent("built");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "src/main/java/A.java", "templates/page.ftlh"})
  void buildsACheckoutAgainWhenItsSourceIsNewer(String source) throws Exception {
    Path launcher = checkout("echo built >> builds; echo jar > target/godwit.jar");
    write("checkout/target/godwit.jar", "");
    setTime("checkout/" + source, Instant.now().plusSeconds(60));

    assertThat(run(launcher).err()).isEqualTo("godwit: building…\n");
  }

  @Test
  void buildsOnceForTwoThatStartTogether() throws Exception {
    Path launcher =
        checkout("echo built >> builds; sleep 1; mkdir -p target; echo jar > target/godwit.jar");

    Process first = command(launcher).start();
    Outcome second = run(launcher);

    assertThat(first.waitFor()).isEqualTo(42);
    assertThat(second.exitCode()).isEqualTo(42);
    assertThat(directory.resolve("checkout/builds")).hasContent("built");
  }

  @Test
  void showsWhatMavenSaidWhenTheBuildFails() throws Exception {
    Path launcher = checkout("echo told; echo at length >&2; exit 1");

    assertThat(run(launcher))
        .isEqualTo(
            new Outcome(70, "", "godwit: building…\ntold\nat length\ngodwit: the build failed\n"));
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    Path launcher = checkout("");
    Files.delete(directory.resolve("path/mvn"));
    environment.put("PATH", directory.resolve("path").toString());

    assertThat(run(launcher))
        .isEqualTo(
            new Outcome(
                127,
                "",
                "godwit: mvn (Maven) is needed to build Godwit from its source: install it\n"));
  }

  private Path installed() throws IOException {
    return installed(false);
  }

  private Path installed(boolean real) throws IOException {
    Path launcher = copyLauncher("my tools/bin");
    for (String name : List.of("godwit.jar", "godwit.aot", "godwit-daemon.aot")) {
      Path file = write("my tools/lib/" + name, "");
      if (real) {
        Files.copy(
            Path.of("target", name),
            file,
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return launcher;
  }

  private Path checkout(String maven) throws IOException {
    fakeJava("jvm/java", "JAVA_VERSION=\"25\"");
    addSystemPath();
    writeProgram("path/mvn", maven);
    Path launcher = copyLauncher("checkout/scripts");
    for (String source : List.of("pom.xml", "src/main/java/A.java", "templates/page.ftlh")) {
      write("checkout/" + source, "");
    }
    return launcher;
  }

  private Path copyLauncher(String to) throws IOException {
    Path launcher = Files.createDirectories(directory.resolve(to)).resolve("godwit");
    return Files.copy(Path.of("scripts/godwit"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /// A home whose `java` prints the home's name and its arguments, a line each, and exits with 42.
  private Path fakeJava(String name, @Nullable String release) throws IOException {
    Path home = Files.createDirectories(directory.resolve(name));
    if (release != null) {
      write(name + "/release", release);
    }
    writeProgram(
        name + "/bin/java",
        """
        if [ "$1" = -version ]; then echo 'openjdk version "25.0.3" 2026-04-21' >&2; exit; fi
        echo %s
        printf '[%%s]\\n' "$@"
        exit 42
        """
            .formatted(home.getFileName()));
    return home;
  }

  private void useRealJava() {
    environment.put("JAVA_HOME", REAL_JAVA_HOME.toString());
  }

  /// Behind the directory's own: `find` and `readlink` are there, and perhaps a Java.
  private void addSystemPath() {
    environment.merge("PATH", System.getenv("PATH"), (own, system) -> own + ":" + system);
  }

  private void writeProgram(String name, String script) throws IOException {
    Path program = write(name, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void setTime(String name, Instant time) throws IOException {
    Files.setLastModifiedTime(directory.resolve(name), FileTime.from(time));
  }

  private Outcome run(Path launcher, String... arguments) throws Exception {
    // To files: what is not read at once would fill a pipe.
    Path out = Files.createTempFile(directory, "out", "");
    Path err = Files.createTempFile(directory, "err", "");
    Process process =
        command(launcher, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Outcome(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  private ProcessBuilder command(Path launcher, String... arguments) {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }
}
