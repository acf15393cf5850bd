package godwit.release;

/// A manifest with the bytes that it is stored as, of which the next one's are made.
final class ManifestText {
  /// That of no release.
  static final ManifestText EMPTY = new ManifestText(Manifest.empty(), new byte[0]);

  private final Manifest manifest;
  private final byte[] bytes;
  private final int[] starts;

  /// @param bytes whole and of this manifest, see [ManifestFile]
  ManifestText(Manifest manifest, byte[] bytes) {
    this.manifest = manifest;
    this.bytes = bytes;
    this.starts = new int[1 + manifest.directories().size() + manifest.files().size() + 1];
    int line = 1;
    for (int i = 0; i < bytes.length && line < starts.length; i++) {
      if (bytes[i] == '\n') {
        starts[line++] = i + 1;
      }
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /// Adds some lines to an array that has room for them.
  ///
  /// @param from the first of them: 0 is the heading, then comes one for each directory, then one
  ///   for each file, then the last
  /// @param until the line after them
  /// @return how many bytes they are
  int copy(int from, int until, byte[] target, int position) {
    System.arraycopy(bytes, starts[from], target, position, length(from, until));
    return length(from, until);
  }

  /// How many bytes some lines are, counted as with [#copy].
  int length(int from, int until) {
    return starts[until] - starts[from];
  }
}
