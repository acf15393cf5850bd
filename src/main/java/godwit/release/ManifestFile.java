package godwit.release;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

  private ManifestFile() {}

  static byte[] toBytes(Manifest manifest) {
    StringBuilder text = new StringBuilder(200 * manifest.files().size() + 100);
    text.append(FORMAT).append(VERSION).append('\t').append(manifest.release()).append('\n');
    for (Map.Entry<String, Instant> directory : manifest.directories().entrySet()) {
      text.append("d\t").append(directory.getValue().getEpochSecond());
      text.append('\t').append(directory.getKey()).append('\n');
    }
    HexFormat hex = HexFormat.of();
    for (ManifestEntry entry : manifest.files().values()) {
      text.append("f\t").append(entry.hash());
      text.append('\t').append(entry.size());
      text.append('\t').append(entry.modified().getEpochSecond());
      text.append('\t').append(MODE);
      text.append('\t').append(entry.file().kind());
      text.append('\t').append(hex.toHexDigits(entry.main()));
      text.append('\t').append(entry.stamp() == null ? NONE : entry.stamp());
      Instant until = entry.carriedUntil();
      text.append('\t').append(until == null ? NONE : Long.toString(until.getEpochSecond()));
      text.append('\t').append(entry.path());
      text.append('\t').append(entry.file().source().replaceAll("\\p{Cntrl}", " "));
      text.append('\n');
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] end = ("end " + checksum(body, body.length) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[body.length + end.length];
    System.arraycopy(body, 0, bytes, 0, body.length);
    System.arraycopy(end, 0, bytes, body.length, end.length);
    return bytes;
  }

  /// @param release whose manifest it has to be
  /// @throws DamagedException if it is not whole, or another release's
  /// @throws ReleaseException if a newer Godwit wrote it
  static Manifest parse(String release, byte[] bytes) throws ReleaseException {
    String name = "the manifest of release " + release;
    int start = "end 12345678\n".length();
    int bodyLength = bytes.length - start;
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith(FORMAT) && !text.startsWith(FORMAT + VERSION + "\t")) {
      throw ReleaseException.newer(name);
    }
    if (bodyLength < 0
        || !text.endsWith("\nend " + checksum(bytes, bodyLength) + "\n")
        || !text.startsWith(FORMAT + VERSION + "\t")) {
      throw new DamagedException(name);
    }
    SortedMap<String, ManifestEntry> files = new TreeMap<>();
    SortedMap<String, Instant> directories = new TreeMap<>();
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
          directories.put(fields.next(), time);
        } else {
          ManifestEntry entry = entry(fields);
          files.put(entry.path(), entry);
        }
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new DamagedException(name);
    }
    return new Manifest(release, files, directories);
  }

  private static ManifestEntry entry(Fields fields) {
    ContentHash hash = ContentHash.parse(fields.next());
    long size = Long.parseLong(fields.next());
    Instant modified = fields.time();
    fields.next(); // the mode, which is always the same
    OutputFile.Kind kind = OutputFile.Kind.valueOf(fields.next());
    long main = HexFormat.fromHexDigitsToLong(fields.next());
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

  private static String checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  /// Walks along what tabs and ends of lines separate.
  private static final class Fields {
    private final String text;
    private int at;

    Fields(String text) {
      this.text = text;
    }

    String next() {
      int end = at;
      while (text.charAt(end) != '\t' && text.charAt(end) != '\n') {
        end++;
      }
      String field = text.substring(at, end);
      at = end + 1;
      return field;
    }

    Instant time() {
      return Instant.ofEpochSecond(Long.parseLong(next()));
    }
  }
}
