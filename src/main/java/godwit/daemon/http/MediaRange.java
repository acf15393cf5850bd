package godwit.daemon.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One of the media types that a client accepts: RFC 9110, section 12.5.1.
///
/// @param type such as `text`, or `*`
/// @param subtype such as `plain`, or `*`
/// @param quality from 0, not accepted, to 1
record MediaRange(String type, String subtype, double quality) {
  private static final Pattern RANGE =
      Pattern.compile("([-\\w!#$&^.+]+|\\*)/([-\\w!#$&^.+]+|\\*)\\s*(;.*)?");
  private static final Pattern QUALITY =
      Pattern.compile(";\\s*[qQ]=([01](?:\\.[0-9]{0,3})?)\\s*(?:;|$)");

  /// What a header field says. What of it cannot be understood is passed over, and a field of which
  /// nothing can be understood is one that is not there.
  static List<MediaRange> parse(List<String> fields) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String field : fields) {
      for (String part : field.split(",", -1)) {
        Matcher matcher = RANGE.matcher(part.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
          ranges.add(new MediaRange(matcher.group(1), matcher.group(2), quality(matcher.group(3))));
        }
      }
    }
    return ranges;
  }

  /// Which of some media types a client likes best; of equals the first.
  ///
  /// @return empty if it accepts none
  static Optional<String> choose(List<MediaRange> accepted, List<String> offered) {
    if (accepted.isEmpty()) {
      return offered.stream().findFirst();
    }
    return offered.stream()
        .filter(mediaType -> qualityOf(accepted, mediaType) > 0)
        .max(
            Comparator.<String>comparingDouble(mediaType -> qualityOf(accepted, mediaType))
                .thenComparingInt(mediaType -> -offered.indexOf(mediaType)));
  }

  /// That of the most specific range that has it; 0 if none has.
  static double qualityOf(List<MediaRange> accepted, String mediaType) {
    return accepted.stream()
        .filter(range -> range.includes(mediaType))
        .max(Comparator.comparingInt(MediaRange::specificity))
        .map(MediaRange::quality)
        .orElse(0.0);
  }

  private boolean includes(String mediaType) {
    String[] parts = mediaType.split("/", 2);
    return (type.equals("*") || type.equals(parts[0]))
        && (subtype.equals("*") || subtype.equals(parts[1]));
  }

  private int specificity() {
    return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
  }

  private static double quality(@Nullable String parameters) {
    Matcher matcher = QUALITY.matcher(parameters == null ? "" : parameters);
    return matcher.find() ? Math.min(1, Double.parseDouble(matcher.group(1))) : 1;
  }
}
