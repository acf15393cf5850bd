package godwit.config;

/// How categories, tags and authors are shown (`[terms]`).
///
/// @param tagCloud whether the theme shows the tags in sizes by their weights
/// @param steps how many weights there are, from 1
public record TermSettings(boolean tagCloud, int steps) {
  static final int MOST_STEPS = 10;
}
