package godwit.release;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import godwit.output.OutputSink;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Takes what is written, compares it with the live release, and stores what differs from that.
/// Nothing that is served changes.
///
/// [#write] and [#copy] may be called from several threads at once; everything else only when none
/// of those is under way.
final class ReleaseWriter implements OutputSink {
  private final String id;
  private final ReleaseRequest request;
  private final Layout layout;
  private final FileOperations files;
  private final ReleaseRecords records;
  private final Journal journal;
  private final Path directory;
  private final Instant now;
  private final ManifestText before;
  private final boolean liveIsKnown;
  private final ManifestBuilder builder;
  private final Map<String, Path> incoming = new ConcurrentHashMap<>();
  private final AtomicLong incomingCount = new AtomicLong();
  private Manifest.@Nullable Successor made;

  /// @param journal of the target
  /// @param directory where what differs is stored, under names of its own
  ReleaseWriter(
      String id,
      ReleaseRequest request,
      Layout layout,
      FileOperations files,
      ReleaseRecords records,
      Journal journal,
      Path directory)
      throws IOException {
    this.id = id;
    this.request = request;
    this.layout = layout;
    this.files = files;
    this.records = records;
    this.journal = journal;
    this.directory = directory;
    this.now = request.holder().since().truncatedTo(ChronoUnit.SECONDS);
    Optional<String> release = journal.releaseOf(files.status(layout.live()));
    this.liveIsKnown = release.isPresent();
    this.before = liveIsKnown ? records.manifestText(release.get()) : ManifestText.EMPTY;
    this.builder = new ManifestBuilder(live());
  }

  /// What is live; nothing if Godwit does not know it.
  Manifest live() {
    return before.manifest();
  }

  ManifestText liveText() {
    return before;
  }

  boolean liveIsKnown() {
    return liveIsKnown;
  }

  /// @throws ReleaseException if it cannot be stored
  /// @throws IllegalStateException if the path has been written already, which is for the caller to
  ///   rule out
  @Override
  public void write(OutputFile file, byte[] bytes) throws ReleaseException {
    String path = file.path().value();
    Path served = served(path);
    ManifestEntry old = builder.live(path);
    try {
      if (old != null && old.size() == bytes.length && isServed(served, bytes)) {
        builder.add(old.unchanged(file, null));
        return;
      }
      boolean hasMain = file.kind() == OutputFile.Kind.PAGE || file.kind() == OutputFile.Kind.LIST;
      ContentHash hash = ContentHash.of(bytes);
      long main = hasMain ? MainContent.checksum(bytes) : 0;
      Instant modified = modified(now, bytes.length, hash, old);
      builder.add(new ManifestEntry(file, bytes.length, hash, modified, main, null, null));
      Path stored = nextIncoming(path);
      files.createFile(stored, bytes);
      files.setModified(stored, modified);
    } catch (IOException e) {
      throw ReleaseException.of("write", layout.staging().resolve(path), e);
    }
  }

  /// The copy has the modification time of the source, in whole seconds.
  ///
  /// @throws ReleaseException if the source cannot be read or the copy not be stored
  /// @throws IllegalStateException as [#write]
  @Override
  public long copy(OutputFile file, Path source) throws ReleaseException {
    String path = file.path().value();
    Path served = served(path);
    ManifestEntry old = builder.live(path);
    try {
      FileStatus found = files.status(source.toRealPath());
      String stamp = found.stamp();
      if (old != null && found.isFile() && isUnchanged(old, found, source, served)) {
        builder.add(old.unchanged(file, stamp));
        return old.size();
      }
      Path stored = nextIncoming(path);
      long size = files.copyFile(source, stored);
      ContentHash hash = files.hash(stored);
      Instant modified =
          modified(found.modified().truncatedTo(ChronoUnit.SECONDS), size, hash, old);
      files.setModified(stored, modified);
      builder.add(new ManifestEntry(file, size, hash, modified, 0, stamp, null));
      return size;
    } catch (FileSystemException e) {
      boolean unreadable = source.toString().equals(e.getFile());
      throw ReleaseException.of(
          unreadable ? "read" : "write", unreadable ? source : layout.staging().resolve(path), e);
    } catch (IOException e) {
      throw ReleaseException.of("copy " + source + " to", layout.staging().resolve(path), e);
    }
  }

  /// A file that was not touched since it was copied need not be read.
  private boolean isUnchanged(ManifestEntry old, FileStatus source, Path file, Path served)
      throws IOException {
    BasicStatus there = files.basicStatus(served);
    if (source.size() != old.size() || !there.isFile() || there.size() != old.size()) {
      return false;
    }
    boolean untouched =
        source.stamp().equals(old.stamp()) && there.modified().equals(old.modified());
    if (untouched) {
      return true;
    }
    try {
      return files.areSame(file, served);
    } catch (AccessDeniedException e) {
      if (e.getFile() != null && e.getFile().equals(served.toString())) {
        return false; // it cannot be read, so it is replaced
      }
      throw e;
    }
  }

  private boolean isServed(Path served, byte[] bytes) throws IOException {
    BasicStatus there = files.basicStatus(served);
    try {
      return there.isFile()
          && there.size() == bytes.length
          && Arrays.equals(files.read(served), bytes);
    } catch (AccessDeniedException e) {
      return false; // it cannot be read, so it is replaced
    }
  }

  /// Another time than the file before it has, in seconds, for web servers make their ETags of it.
  private static Instant modified(
      Instant time, long size, ContentHash hash, @Nullable ManifestEntry old) {
    if (old == null) {
      return time;
    }
    if (old.size() == size && old.hash().equals(hash)) {
      return old.modified();
    }
    return time.isAfter(old.modified()) ? time : old.modified().plusSeconds(1);
  }

  private Path nextIncoming(String path) {
    Path file = directory.resolve(Long.toString(incomingCount.incrementAndGet()));
    incoming.put(path, file);
    return file;
  }

  /// Where a file is served, if it is on the live release.
  private Path served(String path) throws ReleaseException {
    try {
      return layout.live().resolve(path);
    } catch (InvalidPathException e) {
      throw new ReleaseException(
          ReleaseException.Kind.FAILED,
          "cannot write '" + path + "': the locale has no such letters in file names",
          "set a UTF-8 locale, such as LC_ALL=C.UTF-8",
          e);
    }
  }

  /// How the release differs from the live one. To be called when everything is written.
  ///
  /// @throws ReleaseException if what is live cannot be read
  Changes changes() throws ReleaseException {
    try {
      Manifest.Successor release = release();
      SortedSet<String> differing = new TreeSet<>(release.difference().files());
      differing.addAll(incoming.keySet());
      return new Comparer(live(), liveIsKnown)
          .compare(release.manifest(), differing, incoming.keySet());
    } catch (IOException e) {
      throw ReleaseException.of("read", layout.own(), e);
    }
  }

  /// The bytes of a file of the live release, as they are.
  ///
  /// @return empty if it has no such file
  Optional<byte[]> before(OutputPath path) throws ReleaseException {
    return live().files().containsKey(path.value())
        ? read(layout.live().resolve(path.value()))
        : Optional.empty();
  }

  /// The bytes of a file of this release.
  ///
  /// @return empty if it has no such file
  Optional<byte[]> after(OutputPath path) throws ReleaseException {
    if (!builder.contains(path.value())) {
      return Optional.empty();
    }
    Path stored = incoming.get(path.value());
    return read(stored == null ? layout.live().resolve(path.value()) : stored);
  }

  private Optional<byte[]> read(Path file) throws ReleaseException {
    try {
      return files.status(file).isFile() ? Optional.of(files.read(file)) : Optional.empty();
    } catch (IOException e) {
      throw ReleaseException.of("read", file, e);
    }
  }

  /// Puts a file of the release at a place where there is none.
  void put(ManifestEntry entry, Path file) throws IOException {
    Path stored = incoming.get(entry.path());
    if (stored != null) {
      files.move(stored, file);
    } else {
      files.copyFile(source(entry), file);
      files.setModified(file, entry.modified());
    }
  }

  /// Where an unchanged or carried file is.
  private Path source(ManifestEntry entry) throws IOException {
    Path served = layout.live().resolve(entry.path());
    if (files.status(served).isFile()) {
      return served;
    }
    return layout.backup().resolve(entry.path());
  }

  /// What the release consists of, and where that differs from the live one. To be called when
  /// everything is written.
  Manifest.Successor release() throws IOException {
    Manifest.Successor known = made;
    if (known == null) {
      Instant until = request.holder().since().plus(request.carry());
      carry(builder.missing(), until);
      Optional<String> backup = journal.releaseOf(files.status(layout.backup()));
      if (backup.isPresent() && wasRolledBack(backup.get())) {
        carry(records.manifest(backup.get()).files().values(), until);
      }
      known = builder.build(id, now);
      made = known;
    }
    return known;
  }

  /// After a rollback the release before the live one is the newer one, and readers have its pages.
  private boolean wasRolledBack(String backup) throws IOException {
    Optional<ReleaseRecord> newer = records.find(backup);
    Optional<ReleaseRecord> older = records.find(live().release());
    return newer.isPresent() && older.isPresent() && newer.get().number() > older.get().number();
  }

  /// Adds the assets that pages of an earlier release refer to which somebody may just have loaded.
  private void carry(Collection<ManifestEntry> earlier, Instant until) {
    for (ManifestEntry asset : earlier) {
      if (asset.isAsset() && !builder.contains(asset.path())) {
        Instant end = asset.carriedUntil();
        if (end == null) {
          builder.add(asset.carriedUntil(until));
        } else if (end.isAfter(request.holder().since())) {
          builder.add(asset);
        }
      }
    }
  }
}
