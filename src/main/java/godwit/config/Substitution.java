package godwit.config;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// One regular expression and what its matches are replaced with, both in Python's syntax, as in
/// Pelican's SLUG_REGEX_SUBSTITUTIONS: case does not count, and `\w`, `\s` and `\d` know Unicode.
public final class Substitution {
  /// The expression or the replacement has no meaning, or one that cannot be had here.
  public static final class NotTranslated extends Exception {
    private static final long serialVersionUID = 1L;

    NotTranslated(String message) {
      super(message);
    }

    /// What is wrong: never null here.
    public String message() {
      return String.valueOf(getMessage());
    }
  }

  /// The expression takes too many steps on a text: its repetitions can be divided in too many
  /// ways.
  public static final class TooManySteps extends Exception {
    private static final long serialVersionUID = 1L;

    TooManySteps(String pattern) {
      super("the expression '" + pattern + "' takes too many steps");
    }

    /// What is wrong: never null here.
    public String message() {
      return String.valueOf(getMessage());
    }
  }

  private final String source;
  private final String target;
  private final Pattern pattern;
  private final List<PythonReplacement.Piece> replacement;

  private Substitution(
      String source, String target, Pattern pattern, List<PythonReplacement.Piece> replacement) {
    this.source = source;
    this.target = target;
    this.pattern = pattern;
    this.replacement = List.copyOf(replacement);
  }

  /// @param source the expression
  /// @param target the replacement, with groups as `\1`, `\g<1>` or `\g<name>`
  public static Substitution of(String source, String target) throws NotTranslated {
    PythonRegex regex = PythonRegex.translate(Normalizer.normalize(source, Normalizer.Form.NFKC));
    Pattern pattern;
    try {
      pattern =
          Pattern.compile(
              regex.translated(),
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNIX_LINES);
    } catch (PatternSyntaxException e) {
      throw new NotTranslated("'" + source + "': " + e.getDescription());
    }
    String normal = Normalizer.normalize(target, Normalizer.Form.NFKC);
    int groups = pattern.matcher("").groupCount();
    return new Substitution(
        source, target, pattern, PythonReplacement.parse(normal, regex.groups(), groups));
  }

  /// The expression as it was given.
  public String source() {
    return source;
  }

  /// The replacement as it was given.
  public String target() {
    return target;
  }

  /// The text with every match replaced.
  public String apply(String text) throws TooManySteps {
    try {
      Matcher matcher = pattern.matcher(new CountedText(text));
      StringBuilder out = new StringBuilder(text.length());
      int from = 0;
      while (matcher.find()) {
        if (isWithinCharacter(text, matcher)) {
          continue;
        }
        out.append(text, from, matcher.start());
        for (PythonReplacement.Piece piece : replacement) {
          out.append(
              switch (piece) {
                case PythonReplacement.Literal literal -> literal.text();
                case PythonReplacement.Group group -> orEmpty(matcher, group.number());
              });
        }
        from = matcher.end();
      }
      return out.append(text, from, text.length()).toString();
    } catch (CountedText.Exhausted | StackOverflowError e) {
      throw new TooManySteps(source);
    }
  }

  /// An empty match between the two halves of a character is none in Python.
  private static boolean isWithinCharacter(String text, Matcher matcher) {
    int at = matcher.start();
    return at == matcher.end()
        && at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static String orEmpty(Matcher matcher, int group) {
    String matched = matcher.group(group);
    return matched == null ? "" : matched;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Substitution that
        && source.equals(that.source)
        && target.equals(that.target);
  }

  @Override
  public int hashCode() {
    return 31 * source.hashCode() + target.hashCode();
  }

  @Override
  public String toString() {
    return "'" + source + "' → '" + target + "'";
  }
}
