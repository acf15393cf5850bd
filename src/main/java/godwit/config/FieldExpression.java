package godwit.config;

import godwit.config.Substitution.TooManySteps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A regular expression for the beginning of a name or a path, whose named groups are fields.
public final class FieldExpression {
  private final Pattern pattern;

  /// @param expression as [GroupNames#toJava] has made it
  public FieldExpression(String expression) {
    this.pattern = Pattern.compile(expression);
  }

  /// The groups that took part, by their names; none where the text does not begin like that.
  public Map<String, String> fields(String text) throws TooManySteps {
    try {
      Matcher matcher = pattern.matcher(new CountedText(text));
      Map<String, String> fields = new LinkedHashMap<>();
      if (matcher.lookingAt()) {
        for (String group : matcher.namedGroups().keySet()) {
          String value = matcher.group(group);
          if (value != null) {
            fields.put(GroupNames.written(group), value);
          }
        }
      }
      return fields;
    } catch (CountedText.Exhausted | StackOverflowError e) {
      throw new TooManySteps(pattern.pattern());
    }
  }
}
