package godwit.output;

import java.io.IOException;
import java.nio.file.Path;

/// Takes the files of a build, from several threads at once, each path at most once.
public interface OutputSink {
  /// Takes a rendered file.
  ///
  /// @param bytes the whole content; the sink does not keep the array
  /// @throws IOException if it cannot be stored; the message names the path
  void write(OutputFile file, byte[] bytes) throws IOException;

  /// Takes a file as it is.
  ///
  /// @param source an existing regular file
  /// @return its size in bytes
  /// @throws IOException if it cannot be read or stored; the message names the path
  long copy(OutputFile file, Path source) throws IOException;
}
