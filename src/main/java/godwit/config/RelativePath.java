package godwit.config;

import java.text.Normalizer;
import java.util.StringJoiner;

/// Paths of `godwit.toml` that stay below the directory they are relative to.
final class RelativePath {
  private RelativePath() {}

  /// The path without `.`, doubled and closing slashes: `./extra//a.ico` is `extra/a.ico`, and `.`
  /// is empty, the directory itself.
  static String read(String value) throws BadValueException {
    Characters.checkLine(value);
    if (value.startsWith("/")) {
      throw new BadValueException("must not begin with '/'", "the path is relative");
    }
    if (value.indexOf('\\') >= 0) {
      throw new BadValueException("must not hold a backslash", "write '/' between folders");
    }
    StringJoiner normal = new StringJoiner("/");
    int start = 0;
    while (start <= value.length()) {
      int slash = value.indexOf('/', start);
      int end = slash < 0 ? value.length() : slash;
      String part = value.substring(start, end);
      if (part.equals("..")) {
        throw new BadValueException("must not hold '..'", "move the files into the directory");
      }
      if (!part.isEmpty() && !part.equals(".")) {
        normal.add(part);
      }
      start = end + 1;
    }
    return Normalizer.normalize(normal.toString(), Normalizer.Form.NFC);
  }

  /// A path that does not name the directory itself.
  static String readBelow(String value) throws BadValueException {
    String normal = read(value);
    if (normal.isEmpty()) {
      throw new BadValueException(
          "must not be the directory itself", "name a folder or a file in it");
    }
    return normal;
  }
}
