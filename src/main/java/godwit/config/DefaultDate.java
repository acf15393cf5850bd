package godwit.config;

import java.time.LocalDateTime;

/// The date of articles that name none.
public sealed interface DefaultDate {
  /// There is none.
  record None() implements DefaultDate {}

  /// When the file was last changed.
  record OfFile() implements DefaultDate {}

  /// Always the same. @param local in the zone of the site
  record At(LocalDateTime local) implements DefaultDate {}
}
