package godwit.build;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Builds a site in a process of its own, one that permission bits bind. Root is above them by two
/// capabilities; the process goes without these.
final class BuildProcess {
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

  private BuildProcess() {}

  /// What the author of a site is told.
  static String messages(Path site) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      assumeTrue(Files.isExecutable(SETPRIV), "root needs setpriv to have permissions refused");
      command.add(SETPRIV.toString());
      command.add("--bounding-set=-dac_override,-dac_read_search");
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(BuildProcess.class.getName());
    command.add(site.toString());
    Path errors = Files.createTempFile("godwit", ".txt"); // libraries may have to say something
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    String failure = ended && process.exitValue() == 0 ? "" : Files.readString(errors);
    Files.delete(errors);
    process.destroyForcibly();
    return printed + failure;
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  /// Run in the process.
  public static void main(String[] arguments) throws IOException {
    System.out.write(SiteRun.of(Path.of(arguments[0])).messages().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
