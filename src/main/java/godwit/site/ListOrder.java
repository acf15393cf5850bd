package godwit.site;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a list of articles goes by their dates.
public enum ListOrder {
  NEWEST_FIRST,
  OLDEST_FIRST,
  /// By something else, such as their titles.
  OTHER;

  /// @param name as the settings call it: `reversed-date`
  static ListOrder of(String name) {
    return switch (name) {
      case "reversed-date" -> NEWEST_FIRST;
      case "date" -> OLDEST_FIRST;
      default -> OTHER;
    };
  }

  /// The word for templates: `newest-first`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Which of two neighbours in such a list is newer; null if there is none, or nothing is known of
  /// their dates.
  <T> @Nullable T newer(@Nullable T previous, @Nullable T next) {
    return switch (this) {
      case NEWEST_FIRST -> previous;
      case OLDEST_FIRST -> next;
      case OTHER -> null;
    };
  }

  /// Which of them is older.
  <T> @Nullable T older(@Nullable T previous, @Nullable T next) {
    return newer(next, previous);
  }
}
