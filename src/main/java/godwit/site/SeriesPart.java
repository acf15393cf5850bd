package godwit.site;

import org.jspecify.annotations.Nullable;

/// Where an article stands in its series.
///
/// @param number counted from 1
public record SeriesPart(Series series, int number) {
  /// The part before this one, or null.
  public @Nullable Article previous() {
    return number == 1 ? null : series.parts().get(number - 2);
  }

  /// The part after this one, or null.
  public @Nullable Article next() {
    return number == series.parts().size() ? null : series.parts().get(number);
  }
}
