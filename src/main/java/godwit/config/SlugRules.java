package godwit.config;

import java.util.List;

/// How the part of an address is made of a title or a name, by the settings that Pelican calls
/// SLUG_REGEX_SUBSTITUTIONS, SLUGIFY_USE_UNICODE and SLUGIFY_PRESERVE_CASE.
///
/// @param substitutions applied one after the other
/// @param unicode whether letters stay in their script instead of becoming ASCII
/// @param preserveCase whether capital letters stay
public record SlugRules(List<Substitution> substitutions, boolean unicode, boolean preserveCase) {
  /// What Pelican does where nothing is set.
  public static final SlugRules DEFAULT =
      new SlugRules(
          List.of(
              known("[^\\w\\s-]", ""),
              known("(?u)\\A\\s*", ""),
              known("(?u)\\s*\\Z", ""),
              known("[-\\s]+", "-")),
          false,
          false);

  public SlugRules {
    substitutions = List.copyOf(substitutions);
  }

  private static Substitution known(String pattern, String replacement) {
    try {
      return Substitution.of(pattern, replacement);
    } catch (Substitution.NotTranslated e) {
      throw new AssertionError(pattern, e);
    }
  }
}
