package godwit.daemon.socket;

import godwit.libc.DescriptorCalls;
import godwit.libc.FileCalls;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/// Which of two daemons has a socket: the one that has the lock of the file beside it. The file
/// holds its process id, and stays when the daemon ends.
final class SocketLock implements Closeable {
  /// How long the id of a holder is waited for that has the lock but has not written it yet.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofMillis(5);

  private final int descriptor;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private SocketLock(int descriptor) {
    this.descriptor = descriptor;
  }

  /// @throws ControlSocketException at once, with the process id, if another daemon has it
  static SocketLock take(Path socket) throws IOException {
    Path file = socket.resolveSibling(socket.getFileName() + ".lock");
    int descriptor = FileCalls.openOrCreate(file, 0600, LinkOption.NOFOLLOW_LINKS);
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!DescriptorCalls.lock(descriptor, file)) {
        OptionalLong holder = holder(file);
        if (holder.isPresent() || System.nanoTime() > end) {
          throw busy(socket, holder);
        }
        Thread.sleep(PAUSE); // what the file says is from one that is gone
      }
      Files.writeString(file, ProcessHandle.current().pid() + "\n");
      return new SocketLock(descriptor);
    } catch (InterruptedException e) {
      DescriptorCalls.close(descriptor);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      DescriptorCalls.close(descriptor);
      throw e;
    }
  }

  private static ControlSocketException busy(Path socket, OptionalLong holder) {
    String message = "another daemon has the socket " + socket;
    String remedy = "talk to that one, or stop it first";
    return holder.isEmpty()
        ? ControlSocketException.busy(message, remedy, -1)
        : ControlSocketException.busy(
            message + ": process " + holder.getAsLong(), remedy, holder.getAsLong());
  }

  private static OptionalLong holder(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    if (!text.matches("[0-9]{1,18}\n")) {
      return OptionalLong.empty();
    }
    long pid = Long.parseLong(text.strip());
    return ProcessHandle.of(pid).isPresent() ? OptionalLong.of(pid) : OptionalLong.empty();
  }

  /// Lets go of it. Once: then the descriptor may be another file's.
  @Override
  public void close() throws IOException {
    if (open.compareAndSet(true, false)) {
      DescriptorCalls.close(descriptor);
    }
  }
}
