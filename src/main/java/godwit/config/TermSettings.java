package godwit.config;

/// How categories, tags and authors are shown (`[terms]`).
///
/// @param cloud whether the theme shows the tags in sizes by their weights
/// @param steps how many weights there are, from 1
public record TermSettings(boolean cloud, int steps) {
  static final int MOST_STEPS = 10;
}
