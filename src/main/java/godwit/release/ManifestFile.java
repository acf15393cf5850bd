package godwit.release;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.zip.CRC32C;

/// How a [Manifest] is stored. A line for each directory and file, sorted by path; the last line
/// has the checksum of all before:
///
///     godwit manifest 1 20260102T030405.678Z
///     d 1767323045
///     d 1767323045 pages
///     f 5e88…d8 1234 1767323045 644 PAGE 0123456789abcdef - - pages/a.html content/pages/a.md
///     end 1a2b3c4d
///
/// The fields are separated by tabs; times are seconds since 1970.
final class ManifestFile {
  private static final String FORMAT = "godwit manifest ";
  private static final String VERSION = "1";
  private static final String MODE = Integer.toOctalString(ManifestEntry.MODE);
  private static final String NONE = "-";
  private static final int END_LENGTH = "end 12345678\n".length();

  private ManifestFile() {}

  /// @param before that of the release which this one follows on: from there come the lines that
  ///   are the same
  static byte[] toBytes(Manifest.Successor successor, ManifestText before) {
    Manifest manifest = successor.manifest();
    Difference difference = successor.difference();
    Lines lines = new Lines(before, 220 * manifest.files().size() + 100);
    lines.add(FORMAT + VERSION + "\t" + manifest.release() + "\n");
    lines.add(
        difference.directories(),
        manifest.directories(),
        before.manifest().directories(),
        1,
        ManifestFile::appendDirectory);
    lines.add(
        difference.files(),
        manifest.files(),
        before.manifest().files(),
        1 + before.manifest().directories().size(),
        ManifestFile::appendFile);
    return lines.end();
  }

  private static void appendDirectory(String path, Instant modified, StringBuilder text) {
    text.append("d\t").append(modified.getEpochSecond()).append('\t').append(path).append('\n');
  }

  private static void appendFile(String path, ManifestEntry entry, StringBuilder text) {
    text.append("f\t");
    entry.hash().appendTo(text);
    text.append('\t').append(entry.size());
    text.append('\t').append(entry.modified().getEpochSecond());
    text.append('\t').append(MODE);
    text.append('\t').append(entry.file().kind().name());
    text.append('\t');
    ContentHash.appendDigits(entry.main(), text);
    text.append('\t').append(entry.stamp() == null ? NONE : entry.stamp());
    text.append('\t');
    Instant until = entry.carriedUntil();
    if (until == null) {
      text.append(NONE);
    } else {
      text.append(until.getEpochSecond());
    }
    text.append('\t').append(path).append('\t');
    int source = text.length();
    text.append(entry.file().source());
    for (int i = source; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        text.setCharAt(i, ' ');
      }
    }
    text.append('\n');
  }

  /// @param release whose manifest it has to be
  /// @throws DamagedException if it is not whole, or another release's
  /// @throws ReleaseException if a newer Godwit wrote it
  static Manifest parse(String release, byte[] bytes) throws ReleaseException {
    String name = "the manifest of release " + release;
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean known = text.startsWith(FORMAT + VERSION + "\t");
    if (text.startsWith(FORMAT) && text.indexOf('\t') > FORMAT.length() && !known) {
      throw ReleaseException.newer(name);
    }
    if (!known || !isWhole(bytes)) {
      throw new DamagedException(name);
    }
    PathMap.Builder<ManifestEntry> files = new PathMap.Builder<>(bytes.length / 180);
    PathMap.Builder<Instant> directories = new PathMap.Builder<>(bytes.length / 400);
    try {
      Fields fields = new Fields(text);
      fields.next();
      String found = fields.next();
      if (!found.equals(release)) {
        throw new DamagedException(name + " is that of release " + found + ", so it");
      }
      for (String kind = fields.next(); !kind.startsWith("end"); kind = fields.next()) {
        if (kind.equals("d")) {
          Instant time = fields.time();
          directories.add(fields.next(), time);
        } else {
          ManifestEntry entry = entry(fields);
          files.add(entry.path(), entry);
        }
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new DamagedException(name);
    }
    return new Manifest(release, files.build(), directories.build());
  }

  private static ManifestEntry entry(Fields fields) {
    ContentHash hash = fields.hash();
    long size = fields.number();
    Instant modified = fields.time();
    fields.next(); // the mode, which is always the same
    OutputFile.Kind kind = OutputFile.Kind.valueOf(fields.next());
    long main = fields.digits();
    String stamp = fields.next();
    String until = fields.next();
    OutputPath path = new OutputPath(fields.next());
    return new ManifestEntry(
        new OutputFile(path, kind, fields.next()),
        size,
        hash,
        modified,
        main,
        stamp.equals(NONE) ? null : stamp,
        until.equals(NONE) ? null : Instant.ofEpochSecond(Long.parseLong(until)));
  }

  /// Whether the last line is that of what stands before it.
  static boolean isWhole(byte[] bytes) {
    int body = bytes.length - END_LENGTH;
    return body > 0
        && bytes[body - 1] == '\n'
        && Arrays.equals(endLine(bytes, body), Arrays.copyOfRange(bytes, body, bytes.length));
  }

  private static byte[] endLine(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    String line = "end " + HexFormat.of().toHexDigits((int) checksum.getValue()) + "\n";
    return line.getBytes(StandardCharsets.US_ASCII);
  }

  /// Writes one line for each entry of a map.
  private interface LineFormat<V> {
    void append(String path, V value, StringBuilder text);
  }

  /// The text of a manifest as it grows. Lines that another one has are copied, as many at once as
  /// stand together there.
  private static final class Lines {
    private final ManifestText before;
    private final StringBuilder line = new StringBuilder();
    private byte[] bytes;
    private int length;

    Lines(ManifestText before, int expected) {
      this.before = before;
      this.bytes = new byte[expected];
    }

    void add(String text) {
      add(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @param differing the paths whose lines are not those of the other text
    /// @param firstLine where the other text has its map
    <V> void add(
        SortedSet<String> differing,
        PathMap<V> map,
        PathMap<V> old,
        int firstLine,
        LineFormat<V> format) {
      int copied = 0; // up to there
      for (String path : differing) {
        int found = old.indexOf(path);
        int next = found >= 0 ? found : -found - 1;
        copy(firstLine + copied, firstLine + next);
        V value = map.get(path);
        if (value != null) {
          add(path, value, format);
        }
        copied = found >= 0 ? next + 1 : next;
      }
      copy(firstLine + copied, firstLine + old.size());
    }

    private <V> void add(String path, V value, LineFormat<V> format) {
      line.setLength(0);
      format.append(path, value, line);
      add(line.toString());
    }

    private void copy(int from, int until) {
      reserve(before.length(from, until));
      length += before.copy(from, until, bytes, length);
    }

    private void add(byte[] more) {
      reserve(more.length);
      System.arraycopy(more, 0, bytes, length, more.length);
      length += more.length;
    }

    private void reserve(int count) {
      if (bytes.length - length < count) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
      }
    }

    byte[] end() {
      add(endLine(bytes, length));
      return Arrays.copyOf(bytes, length);
    }
  }

  /// Walks along what tabs and ends of lines separate.
  private static final class Fields {
    private final String text;
    private int at;

    Fields(String text) {
      this.text = text;
    }

    String next() {
      int start = at;
      int end = end();
      at = end + 1;
      return text.substring(start, end);
    }

    long number() {
      int start = at;
      int end = end();
      at = end + 1;
      return Long.parseLong(text, start, end, 10);
    }

    Instant time() {
      return Instant.ofEpochSecond(number());
    }

    long digits() {
      int start = at;
      int end = end();
      at = end + 1;
      return HexFormat.fromHexDigitsToLong(text, start, end);
    }

    ContentHash hash() {
      int start = at;
      int end = end();
      at = end + 1;
      return ContentHash.parse(text, start, end);
    }

    private int end() {
      int end = at;
      while (text.charAt(end) != '\t' && text.charAt(end) != '\n') {
        end++;
      }
      return end;
    }
  }
}
