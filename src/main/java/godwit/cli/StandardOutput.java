package godwit.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where results go. It remembers why they cannot be written: the stream that commands print to
/// goes on as if nothing had happened.
final class StandardOutput extends OutputStream {
  private static final int BUFFER_BYTES = 8192;

  /// Commands that do something: it is done though nobody can be told.
  private static final Set<String> DOING =
      Set.of(
          "init", "new", "import", "build", "publish", "rollback", "reload", "shutdown", "daemon");

  private static final int FILE_TYPE = 0170000; // of st_mode, see inode(7)
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private final OutputStream file = new FileOutputStream(FileDescriptor.out);
  private @Nullable IOException failure;

  /// This with a buffer before it.
  OutputStream buffered() {
    return new BufferedOutputStream(this, BUFFER_BYTES);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      file.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /// Tells if what was printed could not be written, but for a reader that has had enough.
  ///
  /// @param code the command's own
  /// @param arguments the command
  /// @return the exit code: for a command whose product is what it prints not that of success
  int exitCode(int code, String[] arguments, PrintStream err) {
    if (failure == null || hasReader()) {
      return code;
    }
    String message = "godwit: standard output cannot be written: " + failure.getMessage();
    String command = arguments.length == 0 ? "" : arguments[0];
    boolean isDone = DOING.contains(command) && !List.of(arguments).contains("--dry-run");
    if (code == ExitCode.DONE && isDone) {
      err.println(message + "; 'godwit " + command + "' did its work all the same");
      return code;
    }
    err.println(message);
    return code == ExitCode.DONE ? ExitCode.FAILED : code;
  }

  /// Whether another process reads this: writing fails then only when it does so no longer.
  private static boolean hasReader() {
    try {
      int mode = (int) Files.getAttribute(Path.of("/proc/self/fd/1"), "unix:mode");
      return (mode & FILE_TYPE) == PIPE || (mode & FILE_TYPE) == SOCKET;
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }
}
