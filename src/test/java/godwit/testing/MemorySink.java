package godwit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.output.OutputPath;
import godwit.output.OutputSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// Keeps the files of a build, and sees that none comes twice.
public final class MemorySink implements OutputSink {
  private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();

  @Override
  public void write(OutputPath path, byte[] bytes) {
    assertThat(files.put(path.value(), bytes)).as("a second " + path).isNull();
  }

  @Override
  public long copy(OutputPath path, Path source) throws IOException {
    byte[] bytes = Files.readAllBytes(source);
    write(path, bytes);
    return bytes.length;
  }

  public Map<String, byte[]> files() {
    return files;
  }
}
