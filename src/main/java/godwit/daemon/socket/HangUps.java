package godwit.daemon.socket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.newsclub.net.unix.AFSocketChannel;
import org.newsclub.net.unix.FileDescriptorCast;

/// Tells which connections were closed at the other end, without reading what may still come.
public final class HangUps {
  private HangUps() {}

  /// Whether the other side sends no more and all of it was read. junixsocket's channels tell this
  /// only where they block: where they do not, they read nothing, over and over.
  public static boolean isAtEnd(AFSocketChannel<?> channel) throws IOException {
    return !channel.isOpen() || SystemCalls.isAtEnd(descriptor(channel));
  }

  /// One look at some connections; does not wait. A side that has only said that it sends no more
  /// has not hung up.
  ///
  /// @return those that were closed at the other end
  public static <T extends AFSocketChannel<?>> List<T> among(List<T> channels) throws IOException {
    List<T> open = new ArrayList<>();
    List<Integer> descriptors = new ArrayList<>();
    for (T channel : channels) {
      if (channel.isOpen() && channel.getFileDescriptor().valid()) {
        descriptors.add(descriptor(channel));
        open.add(channel);
      }
    }
    BitSet closed = SystemCalls.hungUp(descriptors);
    return closed.stream().mapToObj(open::get).filter(AFSocketChannel::isOpen).toList();
  }

  private static int descriptor(AFSocketChannel<?> channel) throws IOException {
    return FileDescriptorCast.using(channel.getFileDescriptor()).as(Integer.class);
  }
}
