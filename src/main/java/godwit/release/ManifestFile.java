package godwit.release;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
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
    StringBuilder text = new StringBuilder(220 * manifest.files().size() + 100);
    text.append(FORMAT).append(VERSION).append('\t').append(manifest.release()).append('\n');
    for (Map.Entry<String, Instant> directory : manifest.directories().entrySet()) {
      text.append("d\t").append(directory.getValue().getEpochSecond());
      text.append('\t').append(directory.getKey()).append('\n');
    }
    for (ManifestEntry entry : manifest.files().values()) {
      append(entry, text);
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] end = ("end " + checksum(body, body.length) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(body, body.length + end.length);
    System.arraycopy(end, 0, bytes, body.length, end.length);
    return bytes;
  }

  private static void append(ManifestEntry entry, StringBuilder text) {
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
    text.append('\t').append(entry.path()).append('\t');
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
    SequencedMap<String, ManifestEntry> files = new LinkedHashMap<>();
    SequencedMap<String, Instant> directories = new LinkedHashMap<>();
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
