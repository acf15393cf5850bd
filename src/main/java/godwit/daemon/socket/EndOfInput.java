package godwit.daemon.socket;

import java.io.IOException;
import org.newsclub.net.unix.AFSocketChannel;
import org.newsclub.net.unix.FileDescriptorCast;

/// Tells when a client sends no more. junixsocket's channels say so only where they block: where
/// they do not, they read nothing, over and over.
public final class EndOfInput {
  private EndOfInput() {}

  /// Whether the other side sends no more and all of it was read.
  public static boolean isReached(AFSocketChannel<?> channel) throws IOException {
    return !channel.isOpen()
        || SystemCalls.isAtEnd(
            FileDescriptorCast.using(channel.getFileDescriptor()).as(Integer.class));
  }
}
