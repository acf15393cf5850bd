package godwit.release;

import godwit.output.OutputFile;
import godwit.output.OutputSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A release in the making. What is written to it is compared with the live release; only what
/// differs is stored, and nothing of it is left without [#goLive]. It has the target's lock until
/// it is closed.
///
/// [#write] and [#copy] may be called from several threads at once; everything else only when none
/// of those is under way.
public final class StagedRelease implements OutputSink, AutoCloseable {
  private final String id;
  private final ReleaseRequest request;
  private final Layout layout;
  private final TargetFiles files;
  private final ReleaseRecords records;
  private final FileOperations.Lock lock;
  private final long number;
  private final ReleaseWriter writer;
  private final Staging staging;
  private final List<String> addedByHand;
  private final Recovery recovery;
  private Journal journal;

  /// Whether a swap was left half done: each tree stays where the error said.
  private boolean halfDone;

  private boolean isLive;

  /// @param journal of the target, in order
  /// @param recovery which has put it in order
  /// @param lock to be released when this is closed
  StagedRelease(
      String id,
      ReleaseRequest request,
      Layout layout,
      TargetFiles files,
      ReleaseRecords records,
      Journal journal,
      Recovery recovery,
      FileOperations.Lock lock)
      throws IOException {
    this.id = id;
    this.request = request;
    this.layout = layout;
    this.files = files;
    this.records = records;
    this.journal = journal;
    this.recovery = recovery;
    this.lock = lock;
    this.number = 1 + records.all().stream().mapToLong(ReleaseRecord::number).max().orElse(0);
    this.writer =
        new ReleaseWriter(id, request, layout, files, records, journal, layout.incoming());
    this.staging = new Staging(layout, files, records, journal);
    staging.compareWith(writer.live());
    this.addedByHand = new Inspection(files).unknown(layout.live(), writer.live());
  }

  /// As [ReleaseWriter#write]: what differs from the live release is stored.
  ///
  /// @throws ReleaseException if it cannot be stored
  /// @throws IllegalStateException if the path has been written already, which is for the caller to
  ///   rule out
  @Override
  public void write(OutputFile file, byte[] bytes) throws ReleaseException {
    writer.write(file, bytes);
  }

  /// The copy has the modification time of the source, in whole seconds.
  ///
  /// @throws ReleaseException if the source cannot be read or the copy not be stored
  /// @throws IllegalStateException as [#write]
  @Override
  public long copy(OutputFile file, Path source) throws ReleaseException {
    return writer.copy(file, source);
  }

  /// What the release is called once it is live.
  String id() {
    return id;
  }

  /// What [#goLive] would change. To be called when everything is written.
  ///
  /// @throws ReleaseException if what is live cannot be read
  public Changes changes() throws ReleaseException {
    return writer.changes();
  }

  /// Puts the release live: makes the staging tree into it, makes sure that all of it is on disk,
  /// then exchanges it with `html`, and what was there with `html.old`. To be called once, when
  /// everything is written.
  ///
  /// @throws ReleaseException if `html` and `html.old` are as they were, unless the message says
  ///   otherwise
  public Published goLive() throws ReleaseException {
    try {
      new Ownership(layout, files, journal).check();
      FileStatus replaced = files.status(layout.live());
      Manifest.Successor release = writer.release();
      staging.prepare(Optional.of(id));
      try {
        staging.become(release, writer.live(), writer::put);
      } catch (IOException e) {
        throw ReleaseException.of("store the release in", layout.own(), e);
      }
      ReleaseRecord record = record(release.manifest());
      swap(record, release, replaced);
      isLive = true;
      return new Published(
          id,
          layout.live(),
          replaced.exists() ? Optional.of(layout.backup()) : Optional.empty(),
          replaced.exists() && !writer.liveIsKnown(),
          release.manifest().files().size(),
          record.bytes());
    } catch (IOException e) {
      throw new Obstacles(layout, files)
          .explain(ReleaseException.of("publish to", layout.target(), e));
    }
  }

  private void swap(ReleaseRecord record, Manifest.Successor release, FileStatus replaced)
      throws IOException {
    try {
      journal = staging.swap(record, release, writer.liveText(), replaced);
    } catch (SwapLeftHalfDone e) {
      halfDone = true;
      throw e;
    }
  }

  /// Cleans up, and releases the lock: what the swap has left over is looked at, and releases are
  /// forgotten that are too many. What cannot be done now is done by the next publish.
  @Override
  public void close() {
    try {
      if (!halfDone) {
        Journal settled = recovery.settle();
        if (isLive) {
          new History(layout, files, records).trim(request.keep(), settled);
        }
      }
    } catch (IOException e) {
      // The next publish begins with the same, and says so if it fails again.
    } finally {
      lock.close();
    }
  }

  /// What lies in `html` and is not of the live release, as paths below `html`: it goes with that
  /// when this one goes live. It is known by the directories that were changed since.
  public List<String> addedByHand() {
    return addedByHand;
  }

  /// What was moved out of the tree that is used again, for somebody had put or changed it there by
  /// hand.
  public List<Kept> kept() {
    return List.copyOf(recovery.kept());
  }

  private ReleaseRecord record(Manifest release) {
    Manifest.Totals totals = release.totals();
    return new ReleaseRecord(
        id,
        number,
        request.site(),
        request.asOf(),
        request.holder(),
        totals.pages(),
        totals.files(),
        totals.bytes());
  }
}
