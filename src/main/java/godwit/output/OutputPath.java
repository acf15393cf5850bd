package godwit.output;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/// A path below the output directory that cannot lead out of it. Every name that an author or a
/// pattern gives a file passes through here.
///
/// @param value `/`-separated, in Unicode normal form C, without empty, `.` or `..` parts
public record OutputPath(String value) implements Comparable<OutputPath> {
  /// The longest name that Linux file systems take (NAME_MAX), in bytes of UTF-8.
  private static final int MAX_NAME_BYTES = 255;

  /// Leaves room below PATH_MAX (4096) for the directory that the tree stands in.
  private static final int MAX_PATH_BYTES = 3000;

  /// @throws IllegalArgumentException if the path is not one; the message says why and is meant for
  ///   the author
  public OutputPath {
    boolean ascii = isAscii(value);
    if (!ascii) {
      value = Normalizer.normalize(value, Normalizer.Form.NFC);
    }
    check(value, ascii);
  }

  /// The path of an address as it is saved: `a/` is the file `a/index.html`.
  ///
  /// @throws IllegalArgumentException as the constructor
  public static OutputPath ofFile(String saveAs) {
    return new OutputPath(
        saveAs.isEmpty() || saveAs.endsWith("/") ? saveAs + "index.html" : saveAs);
  }

  /// What two paths have in common that are one file on a file system that ignores case: the key
  /// under which collisions are found.
  public String collisionKey() {
    // Upper before lower case: 'ß' and 'SS' are one name to such a file system's folding.
    return value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /// The last part.
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  @Override
  public int compareTo(OutputPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '\u007F') {
        return false;
      }
    }
    return true;
  }

  private static void check(String path, boolean ascii) {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("an empty path");
    }
    if (path.startsWith("/")) {
      throw new IllegalArgumentException("'" + path + "' is an absolute path");
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\') {
        throw new IllegalArgumentException("'" + path + "' has a backslash");
      }
      if (Character.isISOControl(c)) {
        throw new IllegalArgumentException(
            "'" + path.replaceAll("\\p{Cntrl}", "\uFFFD") + "' has a control character");
      }
    }
    int start = 0;
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
      checkPart(path, start, end, ascii);
      start = end + 1;
    }
    checkPart(path, start, path.length(), ascii);
    if (bytes(path, 0, path.length(), ascii) > MAX_PATH_BYTES) {
      throw new IllegalArgumentException(
          "'" + path.substring(0, 40) + "…' is longer than " + MAX_PATH_BYTES + " bytes");
    }
  }

  private static void checkPart(String path, int start, int end, boolean ascii) {
    if (start == end) {
      throw new IllegalArgumentException("'" + path + "' has an empty part");
    }
    int length = end - start;
    if (path.charAt(start) == '.'
        && (length == 1 || (length == 2 && path.charAt(start + 1) == '.'))) {
      throw new IllegalArgumentException(
          "'" + path + "' has a part '" + path.substring(start, end) + "'");
    }
    if (bytes(path, start, end, ascii) > MAX_NAME_BYTES) {
      throw new IllegalArgumentException(
          "'"
              + path.substring(start, start + 40)
              + "…' is longer than "
              + MAX_NAME_BYTES
              + " bytes");
    }
  }

  private static int bytes(String text, int start, int end, boolean ascii) {
    return ascii ? end - start : text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
  }
}
