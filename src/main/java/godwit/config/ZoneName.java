package godwit.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Time zones by their names.
final class ZoneName {
  private ZoneName() {}

  static ZoneId read(String value) throws BadValueException {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      List<String> near = near(value);
      throw new BadValueException(
          "unknown time zone '" + value + "'",
          near.isEmpty() ? "write one like Europe/Paris or UTC" : NearestNames.question(near));
    }
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
