package godwit.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Time zones by their names.
public final class ZoneName {
  /// Names of the tz database that Java leaves out, as they are no places.
  private static final Map<String, String> OFFSETS =
      Map.of("EST", "-05:00", "MST", "-07:00", "HST", "-10:00");

  private ZoneName() {}

  /// The zone of that name, in small or capital letters, as pytz finds it; or of that offset.
  public static Optional<ZoneId> find(String name) {
    try {
      return Optional.of(ZoneId.of(name, OFFSETS));
    } catch (DateTimeException e) {
      return Stream.concat(OFFSETS.keySet().stream(), ZoneId.getAvailableZoneIds().stream())
          .filter(known -> known.equalsIgnoreCase(name))
          .findFirst()
          .map(known -> ZoneId.of(known, OFFSETS));
    }
  }

  static ZoneId read(String value) throws BadValueException {
    Optional<ZoneId> zone = find(value);
    if (zone.isEmpty()) {
      List<String> near = near(value);
      throw new BadValueException(
          "unknown time zone '" + value + "'",
          near.isEmpty() ? "write one like Europe/Paris or UTC" : NearestNames.question(near));
    }
    return zone.get();
  }

  /// Zones with a similar name, or with a city of that name.
  private static List<String> near(String value) {
    List<String> cities = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>(ZoneId.getAvailableZoneIds());
    for (String id : ids) {
      String city = id.substring(id.lastIndexOf('/') + 1);
      if (city.equalsIgnoreCase(value.replace(' ', '_'))) {
        cities.add(id);
      }
    }
    return cities.isEmpty() ? NearestNames.of(value, ids) : cities;
  }
}
