package godwit.build;

import godwit.output.OutputFile;
import godwit.output.OutputSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Keeps the files of a build. A path that comes twice is a failure, as it is for a real sink.
final class MemorySink implements OutputSink {
  private final ConcurrentSkipListMap<String, byte[]> files = new ConcurrentSkipListMap<>();

  @Override
  public void write(OutputFile file, byte[] bytes) {
    if (files.putIfAbsent(file.path().value(), bytes.clone()) != null) {
      throw new IllegalStateException("written twice: " + file.path());
    }
  }

  @Override
  public long copy(OutputFile file, Path source) throws IOException {
    byte[] bytes = Files.readAllBytes(source);
    write(file, bytes);
    return bytes.length;
  }

  SortedMap<String, byte[]> files() {
    return files;
  }

  /// One file as a test shows it.
  static String shown(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "(" + bytes.length + " bytes that are no text)";
    }
  }
}
