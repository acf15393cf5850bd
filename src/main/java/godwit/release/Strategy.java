package godwit.release;

import java.util.Locale;

/// How a new release takes the place of the one that is served.
public enum Strategy {
  /// `html` and `html.old` are directories, exchanged in one atomic step (`RENAME_EXCHANGE`).
  EXCHANGE,

  /// They are symbolic links to directories beside them, and a link is replaced in one atomic step:
  /// for file systems that cannot exchange.
  SYMLINK,

  /// They are directories, exchanged by plain renames: `html` is absent between two of them.
  RENAME;

  /// What `publish.strategy` calls it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
