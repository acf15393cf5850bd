package godwit.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Runs a program without a shell and waits for it, but not longer than it may take.
///
/// What it reads and what it prints are files and not pipes: so it need not read, it can print
/// while nobody listens, and no thread is needed to keep the two apart.
public final class ChildProcess {
  /// How much a program may print.
  private static final long MOST_PRINTED = 16 << 20;

  /// What the program and all that it starts have in their environment, each run its own value.
  private static final String MARK = "GODWIT_AFTER";

  private static final int ROUNDS = 10;
  private static final Duration LOOK = Duration.ofMillis(20);

  /// What only the process that was started by systemd, or a Java program, is to have.
  private static final List<String> NOT_HANDED_ON =
      List.of(
          "NOTIFY_SOCKET",
          "LISTEN_FDS",
          "LISTEN_PID",
          "LISTEN_FDNAMES",
          "WATCHDOG_USEC",
          "WATCHDOG_PID",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS");

  /// Why a run failed.
  ///
  /// @param isStarted whether the program ran at all
  /// @param words such as `exit code 3`
  public record Failure(boolean isStarted, String words) {}

  private final List<String> command;
  private final Path directory;
  private final Duration timeout;

  /// @param directory in which it runs
  /// @param timeout after which it is stopped, with all that it has started
  public ChildProcess(List<String> command, Path directory, Duration timeout) {
    this.command = command;
    this.directory = directory;
    this.timeout = timeout;
  }

  /// @param input what stands on its standard input
  /// @param output gets what it prints
  /// @param errors gets what it prints on its standard error; may be `output`
  /// @param environment what is added to this process's own
  /// @return what went wrong, if anything did
  /// @throws IOException if there is no room for what it reads and prints
  public Optional<Failure> run(
      Path input, TemporaryFile output, TemporaryFile errors, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(input.toFile())
            .redirectOutput(output.path().toFile());
    if (errors.equals(output)) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(errors.path().toFile());
    }
    NOT_HANDED_ON.forEach(builder.environment()::remove);
    builder.environment().putAll(environment);
    String mark = MARK + "=" + output.path();
    builder.environment().put(MARK, output.path().toString());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return Optional.of(new Failure(false, "it cannot be run: " + reason(e)));
    }
    return await(process, List.of(output.channel(), errors.channel()), mark)
        .map(words -> new Failure(true, words));
  }

  /// @return what went wrong, if anything did
  private Optional<String> await(Process process, List<FileChannel> printed, String mark)
      throws IOException {
    Duration left = timeout;
    try {
      while (!process.waitFor(Math.min(LOOK.toMillis(), left.toMillis()), TimeUnit.MILLISECONDS)) {
        left = left.minus(LOOK);
        if (!left.isPositive()) {
          stop(process.toHandle(), mark);
          return Optional.of("it was stopped after " + timeout.toSeconds() + " s");
        }
        if (isTooMuch(printed)) {
          stop(process.toHandle(), mark);
          return Optional.of("it was stopped: it printed more than 16 MiB");
        }
      }
    } catch (InterruptedException e) {
      stop(process.toHandle(), mark);
      Thread.currentThread().interrupt();
      return Optional.of("it was stopped because Godwit was told to stop");
    }
    return process.exitValue() == 0
        ? Optional.empty()
        : Optional.of("exit code " + process.exitValue());
  }

  /// Stops a process and all that it has started: its descendants, and what is left of those whose
  /// parents had ended before, which is known by its environment.
  private static void stop(ProcessHandle process, String mark) throws IOException {
    kill(process);
    List<ProcessHandle> left = marked(mark);
    for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      left.forEach(ChildProcess::kill); // while it was looked for it may have started more
      left = marked(mark);
    }
  }

  /// The processes that have an entry in the environment that they were started with.
  private static List<ProcessHandle> marked(String mark) throws IOException {
    List<ProcessHandle> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
      for (Path process : processes) {
        if (environment(process).contains(mark)) {
          ProcessHandle.of(Long.parseLong(String.valueOf(process.getFileName())))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /// Empty if the process is another user's, or gone.
  private static List<String> environment(Path process) {
    try {
      byte[] entries = Files.readAllBytes(process.resolve("environ"));
      return List.of(new String(entries, StandardCharsets.UTF_8).split("\0", -1));
    } catch (IOException e) {
      return List.of();
    }
  }

  /// Stops a process and its descendants. Its children are asked for before it dies: they would be
  /// somebody else's then.
  private static void kill(ProcessHandle process) {
    List<ProcessHandle> children = process.children().toList();
    process.destroyForcibly();
    children.forEach(ChildProcess::kill);
  }

  private static boolean isTooMuch(List<FileChannel> printed) throws IOException {
    for (FileChannel channel : printed) {
      if (channel.size() > MOST_PRINTED) {
        return true;
      }
    }
    return false;
  }

  /// The system's words, which stand in brackets at the end of Java's.
  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage()).strip();
    int bracket = message.lastIndexOf('(');
    return bracket < 0 || !message.endsWith(")")
        ? message
        : message.substring(bracket + 1, message.length() - 1);
  }
}
