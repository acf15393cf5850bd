package godwit.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A link's destination, taken apart.
///
/// @param path percent-decoded, without query and fragment, and in the normal form of addresses
/// @param isNormal whether it was written in that form
/// @param suffix query and fragment as written, or empty
/// @param fragment percent-decoded, without `#`; null where there is none
record LinkTarget(
    Kind kind, String path, boolean isNormal, String suffix, @Nullable String fragment) {
  /// What the destination names.
  enum Kind {
    FILENAME,
    STATIC,
    ATTACH,
    TAG,
    CATEGORY,
    AUTHOR,
    INDEX,
    /// An address, as browsers understand it.
    ADDRESS
  }

  static LinkTarget parse(String destination) {
    Kind kind = Kind.ADDRESS;
    String rest = destination;
    char opening = destination.isEmpty() ? ' ' : destination.charAt(0);
    if (opening == '{' || opening == '|') {
      int close = destination.indexOf(opening == '{' ? '}' : '|', 1);
      Kind named = close < 0 ? null : kind(destination.substring(1, close));
      if (named != null) {
        kind = named;
        rest = destination.substring(close + 1);
      }
    }
    int hash = rest.indexOf('#');
    int question = rest.indexOf('?');
    int end = question >= 0 && (hash < 0 || question < hash) ? question : hash;
    String path = end < 0 ? rest : rest.substring(0, end);
    String fragment = hash < 0 ? null : UrlEncoding.decode(rest.substring(hash + 1));
    String suffix = end < 0 ? "" : rest.substring(end);
    boolean isEmpty = kind != Kind.ADDRESS && (suffix.equals("#") || suffix.equals("?"));
    String decoded = UrlEncoding.decode(path);
    String normal = Normalizer.normalize(decoded, Normalizer.Form.NFC);
    return new LinkTarget(kind, normal, normal.equals(decoded), isEmpty ? "" : suffix, fragment);
  }

  private static @Nullable Kind kind(String word) {
    return switch (word) {
      case "filename" -> Kind.FILENAME;
      case "static" -> Kind.STATIC;
      case "attach" -> Kind.ATTACH;
      case "tag" -> Kind.TAG;
      case "category" -> Kind.CATEGORY;
      case "author" -> Kind.AUTHOR;
      case "index" -> Kind.INDEX;
      default -> null;
    };
  }

  boolean isSourceFile() {
    return kind == Kind.FILENAME || kind == Kind.STATIC || kind == Kind.ATTACH;
  }

  /// The path below the content directory that a source link names.
  ///
  /// @param from the linking document's path
  /// @return null if it leads out of the content directory
  @Nullable String sourcePath(String from) {
    return join(from, path);
  }

  /// Resolves a path against the directory of another, as browsers do.
  ///
  /// @return null if it leads above the root
  static @Nullable String join(String from, String path) {
    String whole =
        path.startsWith("/") ? path : from.substring(0, from.lastIndexOf('/') + 1) + path;
    List<String> parts = new ArrayList<>();
    for (String part : whole.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return null;
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    boolean directory = whole.endsWith("/") || whole.endsWith("/.") || whole.endsWith("/..");
    return String.join("/", parts) + (directory && !parts.isEmpty() ? "/" : "");
  }
}
