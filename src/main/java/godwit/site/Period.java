package godwit.site;

import java.time.LocalDate;

/// A year, a month or a day of which there is an archive.
///
/// @param first day of it
public record Period(Unit unit, LocalDate first) {
  /// How long it is.
  public enum Unit {
    YEAR("2026".length()),
    MONTH("2026-03".length()),
    DAY("2026-03-01".length());

    private final int length;

    Unit(int length) {
      this.length = length;
    }
  }

  /// The one that a day is in.
  static Period of(Unit unit, LocalDate day) {
    return new Period(
        unit,
        switch (unit) {
          case YEAR -> day.withDayOfYear(1);
          case MONTH -> day.withDayOfMonth(1);
          case DAY -> day;
        });
  }

  /// The beginning of an ISO date: `2026`, `2026-03` or `2026-03-01`.
  public String iso() {
    String day = first.toString();
    return day.substring(0, day.length() - Unit.DAY.length + unit.length);
  }
}
