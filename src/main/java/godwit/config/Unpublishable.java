package godwit.config;

import java.util.List;
import java.util.Set;

/// Names that nobody means to publish: hidden files, what editors leave behind, private keys. They
/// are passed over unless the settings name them, or a folder above them, among the static paths.
public final class Unpublishable {
  private static final Set<String> KEYS =
      Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "htpasswd", "credentials.json");
  private static final List<String> ENDINGS =
      List.of(
          "~", ".swp", ".swo", ".bak", ".orig", ".pem", ".key", ".p12", ".pfx", ".jks", ".kdbx");

  private Unpublishable() {}

  /// Whether a name is one of these.
  ///
  /// @param name of a file or a folder, without those above it
  public static boolean isName(String name) {
    return (name.startsWith(".") && !name.equals(".well-known"))
        || (name.length() > 2 && name.startsWith("#") && name.endsWith("#"))
        || KEYS.contains(name)
        || ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// Whether the settings name a path, something below it or, with a name that is passed over too,
  /// a folder above it.
  ///
  /// @param path below the content directory
  public static boolean isNamed(String path, List<String> staticPaths) {
    for (String named : staticPaths) {
      if (path.equals(named) || named.startsWith(path + "/")) {
        return true;
      }
      if (path.startsWith(named + "/") && hasName(named)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a part of a path is such a name.
  public static boolean hasName(String path) {
    for (String part : path.split("/", -1)) {
      if (isName(part)) {
        return true;
      }
    }
    return false;
  }
}
