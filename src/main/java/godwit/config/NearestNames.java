package godwit.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody may have meant by a misspelt name.
public final class NearestNames {
  private NearestNames() {}

  /// The candidates that are nearest to the name, all equally near and in their own order; none if
  /// all are too far. Capitals count for nothing, and a hyphen is an underscore.
  public static List<String> of(String name, Collection<String> candidates) {
    List<String> nearest = new ArrayList<>();
    int least = Math.max(1, name.length() / 3);
    for (String candidate : candidates) {
      int distance = distance(plain(name), plain(candidate));
      if (distance < least) {
        nearest.clear();
      }
      if (distance <= least) {
        least = distance;
        nearest.add(candidate);
      }
    }
    return nearest;
  }

  /// The first candidate that is one letter more, less, another or swapped away from the name.
  public static Optional<String> ofOneSlip(String name, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - name.length()) <= 1)
        .filter(candidate -> distance(plain(name), plain(candidate)) == 1)
        .findFirst();
  }

  /// `did you mean a?`, `did you mean a or b?`, with at most three names.
  public static String question(List<String> names) {
    StringBuilder question = new StringBuilder("did you mean ");
    int shown = Math.min(3, names.size());
    for (int i = 0; i < shown; i++) {
      question.append(i == 0 ? "" : i == shown - 1 ? " or " : ", ").append(names.get(i));
    }
    return question.append('?').toString();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// How many letters to insert, drop, replace or swap with their neighbour.
  private static int distance(String a, String b) {
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          costs[i][j] = i + j;
          continue;
        }
        int replaced = costs[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int cost = Math.min(replaced, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost = Math.min(cost, costs[i - 2][j - 2] + 1);
        }
        costs[i][j] = cost;
      }
    }
    return costs[a.length()][b.length()];
  }
}
