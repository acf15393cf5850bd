package godwit.content;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// What the text of a date says.
sealed interface DateReading {
  /// The text is a date.
  ///
  /// @param doubt null where the text can be read in one way only
  record Read(ZonedDateTime date, @Nullable Doubt doubt) implements DateReading {}

  /// The text is no date.
  ///
  /// @param message what is wrong with it, with the text in it
  /// @param hint what to write
  record Refused(String message, String hint) implements DateReading {}

  /// The text could mean another date as well, or leaves a part of one open.
  ///
  /// @param message with the text and what it is taken for
  /// @param hint how that is written without a doubt
  record Doubt(String message, String hint) {}
}
