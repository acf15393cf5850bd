package godwit.daemon.socket;

import godwit.libc.DescriptorCalls;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/// A descriptor that is closed once, and never while a call is made on it.
///
/// The kernel gives the lowest number that is free, so the number of a descriptor that was closed
/// is somebody else's at once: a thread that was about to read or write would then read or write
/// there. So the number is used under a lock only, and is known nowhere else. No call that is made
/// here may wait.
final class Descriptor implements Closeable {
  private final int number;
  private boolean open = true;

  /// @param number is its own from now on
  Descriptor(int number) {
    this.number = number;
  }

  /// A call on a number.
  interface Use<T> {
    T on(int number) throws IOException;
  }

  /// @throws ClosedChannelException if it was closed
  synchronized <T> T use(Use<T> call) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    return call.on(number);
  }

  synchronized boolean isOpen() {
    return open;
  }

  @Override
  public synchronized void close() throws IOException {
    if (open) {
      open = false;
      DescriptorCalls.close(number);
    }
  }
}
