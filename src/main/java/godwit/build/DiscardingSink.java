package godwit.build;

import godwit.output.OutputFile;
import godwit.output.OutputSink;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Takes files and keeps none, for a build that only looks for mistakes.
public final class DiscardingSink implements OutputSink {
  @Override
  public void write(OutputFile file, byte[] bytes) {}

  @Override
  public long copy(OutputFile file, Path source) throws IOException {
    if (!Files.isReadable(source)) {
      throw new AccessDeniedException(source.toString());
    }
    return Files.size(source);
  }
}
