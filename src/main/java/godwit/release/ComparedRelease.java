package godwit.release;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import godwit.output.OutputSink;
import java.nio.file.Path;
import java.util.Optional;

/// A release that is only compared with the live one: nothing under the target changes, and whoever
/// may read it can do it. What differs is stored in a directory for temporary files until this is
/// closed.
public final class ComparedRelease implements OutputSink, AutoCloseable {
  private final ReleaseWriter writer;
  private final AutoClosing end;

  /// @param end what is to be done when this is closed
  ComparedRelease(ReleaseWriter writer, AutoClosing end) {
    this.writer = writer;
    this.end = end;
  }

  /// What closes without a failure.
  interface AutoClosing extends AutoCloseable {
    @Override
    void close() throws ReleaseException;
  }

  /// @throws ReleaseException as [StagedRelease#write]
  @Override
  public void write(OutputFile file, byte[] bytes) throws ReleaseException {
    writer.write(file, bytes);
  }

  /// @throws ReleaseException as [StagedRelease#copy]
  @Override
  public long copy(OutputFile file, Path source) throws ReleaseException {
    return writer.copy(file, source);
  }

  /// How it differs from what is live. To be called when everything is written.
  public Changes changes() throws ReleaseException {
    return writer.changes();
  }

  /// The bytes of a file of the live release, as they are; empty if it has no such file.
  public Optional<byte[]> before(OutputPath path) throws ReleaseException {
    return writer.before(path);
  }

  /// The bytes of a file of this release; empty if it has no such file.
  public Optional<byte[]> after(OutputPath path) throws ReleaseException {
    return writer.after(path);
  }

  @Override
  public void close() throws ReleaseException {
    end.close();
  }
}
