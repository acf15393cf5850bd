package godwit.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;

/// Reads `[slugs]`.
final class SlugSection {
  private final TomlDocument document;
  private final ConfigValues values;

  SlugSection(TomlDocument document, ConfigValues values) {
    this.document = document;
    this.values = values;
  }

  SlugSettings read() {
    boolean unicode = values.isOn(ConfigKey.SLUGS_UNICODE);
    boolean preserveCase = values.isOn(ConfigKey.SLUGS_PRESERVE_CASE);
    List<Substitution> usual =
        substitutions(ConfigKey.SLUGS_SUBSTITUTIONS, SlugRules.DEFAULT.substitutions());
    return new SlugSettings(
        values.text(ConfigKey.SLUGS_SOURCE, SlugSection::source),
        new SlugRules(usual, unicode, preserveCase),
        new SlugRules(
            substitutions(ConfigKey.SLUGS_CATEGORY_SUBSTITUTIONS, usual), unicode, preserveCase),
        new SlugRules(
            substitutions(ConfigKey.SLUGS_TAG_SUBSTITUTIONS, usual), unicode, preserveCase),
        new SlugRules(
            substitutions(ConfigKey.SLUGS_AUTHOR_SUBSTITUTIONS, usual), unicode, preserveCase));
  }

  private static SlugSettings.Source source(String value) throws BadValueException {
    return switch (value) {
      case "title" -> SlugSettings.Source.TITLE;
      case "basename" -> SlugSettings.Source.BASENAME;
      default ->
          throw new BadValueException("unknown source '" + value + "'", "write title or basename");
    };
  }

  private List<Substitution> substitutions(ConfigKey key, List<Substitution> usual) {
    Object given = values.given(key);
    if (given == null) {
      return usual;
    }
    if (!(given instanceof TomlArray pairs)) {
      values.wrongType(key, given, values.position(key));
      return usual;
    }
    List<Substitution> substitutions = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      @Nullable Substitution substitution = substitution(key, pairs, i);
      if (substitution != null) {
        substitutions.add(substitution);
      }
    }
    return substitutions;
  }

  private @Nullable Substitution substitution(ConfigKey key, TomlArray pairs, int index) {
    BadValueException bad;
    if (pairs.get(index) instanceof TomlArray pair
        && pair.size() == 2
        && pair.get(0) instanceof String expression
        && pair.get(1) instanceof String replacement) {
      try {
        return Substitution.of(expression, replacement);
      } catch (Substitution.NotTranslated e) {
        bad = new BadValueException(e.message(), null);
      }
    } else {
      bad =
          new BadValueException(
              "expected a regular expression and what comes in its place",
              "a pair is like ['[^\\w\\s-]', '']");
    }
    values.bad(key.fullName(), document.elementPosition(pairs, index), bad);
    return null;
  }
}
