package godwit.importer;

import java.util.List;
import java.util.Set;

/// Names of files that Godwit never publishes unless they are named: hidden files, what editors
/// leave behind, private keys. Pelican publishes all of them. The scan of the content holds the
/// list, which a test compares with this.
final class Unpublished {
  private static final Set<String> KEYS =
      Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "htpasswd", "credentials.json");
  private static final List<String> ENDINGS =
      List.of(
          "~", ".swp", ".swo", ".bak", ".orig", ".pem", ".key", ".p12", ".pfx", ".jks", ".kdbx");

  private Unpublished() {}

  /// Whether it is one of these.
  ///
  /// @param name of a file or a folder, without those above it
  static boolean isName(String name) {
    return (name.startsWith(".") && !name.equals(".well-known"))
        || (name.length() > 2 && name.startsWith("#") && name.endsWith("#"))
        || KEYS.contains(name)
        || ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// Whether one of the names of a path is one of these.
  static boolean hasName(String path) {
    return List.of(path.split("/", -1)).stream().anyMatch(Unpublished::isName);
  }

  /// Whether a path is published all the same: it is named, or something below it, or a folder
  /// above it that has such a name, too.
  static boolean isNamed(String path, List<String> named) {
    return named.stream()
        .anyMatch(
            other ->
                other.equals(path)
                    || other.startsWith(path + "/")
                    || (path.startsWith(other + "/") && hasName(other)));
  }
}
