package godwit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.output.OutputFile;
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
  public void write(OutputFile file, byte[] bytes) {
    assertThat(files.put(file.path().value(), bytes)).as("a second " + file.path()).isNull();
  }

  @Override
  public long copy(OutputFile file, Path source) throws IOException {
    byte[] bytes = Files.readAllBytes(source);
    write(file, bytes);
    return bytes.length;
  }

  public Map<String, byte[]> files() {
    return files;
  }
}
