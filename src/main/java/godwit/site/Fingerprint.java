package godwit.site;

import godwit.output.OutputPath;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// Tells one version of a file from another by 16 hexadecimal digits: the CRC-32 of its bytes, then
/// their CRC-32C. Both are computed by the processor, in a fraction of the time that a
/// cryptographic hash takes. That is enough here: nobody gains by making two files alike, and what
/// is compared are only the versions of one file.
public final class Fingerprint {
  private final CRC32 ieee = new CRC32();
  private final CRC32C castagnoli = new CRC32C();

  /// Takes the next bytes of the file.
  public void update(byte[] bytes, int length) {
    ieee.update(bytes, 0, length);
    castagnoli.update(bytes, 0, length);
  }

  /// The digits for the bytes so far.
  public String digits() {
    return HexFormat.of().toHexDigits(ieee.getValue(), 8)
        + HexFormat.of().toHexDigits(castagnoli.getValue(), 8);
  }

  /// The digits of a whole file.
  public static String of(byte[] bytes) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.update(bytes, bytes.length);
    return fingerprint.digits();
  }

  /// The path with the digits before its extension: `css/main.0123456789abcdef.css`.
  ///
  /// @throws IllegalArgumentException if that is too long for a file's name
  static OutputPath name(OutputPath path, String digits) {
    int fileName = path.value().length() - path.fileName().length();
    int dot = path.value().lastIndexOf('.');
    int at = dot > fileName ? dot : path.value().length();
    return new OutputPath(
        path.value().substring(0, at) + "." + digits + path.value().substring(at));
  }
}
