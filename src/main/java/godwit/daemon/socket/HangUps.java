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

  /// One look at some connections; does not wait. A side that has only said that it sends no more
  /// has not hung up.
  ///
  /// @return those that were closed at the other end
  public static <T extends AFSocketChannel<?>> List<T> among(List<T> channels) throws IOException {
    List<T> open = new ArrayList<>();
    List<Integer> descriptors = new ArrayList<>();
    for (T channel : channels) {
      if (channel.isOpen() && channel.getFileDescriptor().valid()) {
        descriptors.add(FileDescriptorCast.using(channel.getFileDescriptor()).as(Integer.class));
        open.add(channel);
      }
    }
    BitSet closed = SystemCalls.hungUp(descriptors);
    return closed.stream().mapToObj(open::get).filter(AFSocketChannel::isOpen).toList();
  }
}
