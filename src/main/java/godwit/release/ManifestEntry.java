package godwit.release;

import godwit.output.OutputFile;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a manifest says of a file.
///
/// @param modified its modification time, in whole seconds: as old as its bytes, at this path
/// @param main the checksum of the page's main content; 0 for what is no page
/// @param stamp by which a copied file's source is known to be unchanged without reading it; null
///   for what is rendered
/// @param carriedUntil set if the release does not refer to the file itself, but one before it did
record ManifestEntry(
    OutputFile file,
    long size,
    ContentHash hash,
    Instant modified,
    long main,
    @Nullable String stamp,
    @Nullable Instant carriedUntil) {
  /// Every file's: readable by the web server, whatever the umask.
  static final int MODE = 0644;

  String path() {
    return file.path().value();
  }

  boolean hasBytesOf(ManifestEntry other) {
    return size == other.size && hash.equals(other.hash);
  }

  /// Whether two releases need not have a file of their own each.
  boolean isSameFile(ManifestEntry other) {
    return hasBytesOf(other) && modified.equals(other.modified);
  }

  boolean isPage() {
    return file.kind() == OutputFile.Kind.PAGE;
  }

  boolean isAsset() {
    return file.kind() == OutputFile.Kind.ASSET;
  }

  /// The same bytes in the next release.
  ManifestEntry unchanged(OutputFile next, @Nullable String nextStamp) {
    return carriedUntil == null && Objects.equals(stamp, nextStamp) && file.equals(next)
        ? this
        : new ManifestEntry(next, size, hash, modified, main, nextStamp, null);
  }

  ManifestEntry modifiedAt(Instant time) {
    return new ManifestEntry(file, size, hash, time, main, stamp, carriedUntil);
  }

  ManifestEntry carriedUntil(Instant instant) {
    return new ManifestEntry(file, size, hash, modified, main, stamp, instant);
  }

  // By hand: mostly it is asked whether an entry is itself, and many times while somebody waits.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ManifestEntry entry
            && isSameFile(entry)
            && main == entry.main
            && file.equals(entry.file)
            && Objects.equals(stamp, entry.stamp)
            && Objects.equals(carriedUntil, entry.carriedUntil));
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }
}
