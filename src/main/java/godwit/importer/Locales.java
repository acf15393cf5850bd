package godwit.importer;

import godwit.config.Strftime;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Looks at locales and date formats. Godwit has no use for either, but who wrote one that does not
/// exist expects something of it.
final class Locales {
  private final Settings settings;
  private final Notes notes;

  Locales(Settings settings, Notes notes) {
    this.settings = settings;
    this.notes = notes;
  }

  void check() {
    settings.value("LOCALE").ifPresent(this::locales);
    settings.value("DEFAULT_DATE_FORMAT").ifPresent(f -> format("DEFAULT_DATE_FORMAT", f));
    for (Entry entry : settings.entries("DATE_FORMATS")) {
      if (entry.value() instanceof Sequence pair && pair.elements().size() == 2) {
        PythonValue locale = pair.elements().getFirst();
        if (!(locale instanceof Text text) || !exists(text.value())) {
          notes.locale(locale.position(), "DATE_FORMATS: there is no locale " + locale.shown());
        }
        format("DATE_FORMATS", pair.elements().getLast());
      } else {
        format("DATE_FORMATS", entry.value());
      }
    }
  }

  /// Pelican tries one after the other, so one that exists is enough.
  private void locales(PythonValue value) {
    List<String> names =
        value instanceof Text text
            ? List.of(text.value())
            : settings.texts("LOCALE", value).orElse(List.of(""));
    if (!names.isEmpty() && names.stream().noneMatch(Locales::exists)) {
      notes.locale(
          value.position(), "LOCALE: there is no locale '" + String.join("', '", names) + "'");
    }
  }

  /// The language tag of the first locale of LOCALE that exists; empty where there is none, or it
  /// is the machine's, or a name of Windows.
  static String first(Settings settings) {
    PythonValue value = settings.value("LOCALE").orElse(null);
    List<PythonValue> given =
        value instanceof Sequence sequence
            ? sequence.elements()
            : value == null ? List.of() : List.of(value);
    String first =
        given.stream()
            .map(element -> element instanceof Text text ? text.value() : "")
            .filter(Locales::exists)
            .findFirst()
            .orElse("");
    String plain = first.replaceFirst("[.@].*", "").replace('_', '-');
    if (plain.equals("C") || plain.equals("POSIX")) {
      return "en";
    }
    return plain.matches("[a-z]{2,3}(-[A-Z]{2})?") && !plain.matches("[a-z]{3}") ? plain : "";
  }

  private void format(String name, PythonValue format) {
    if (format instanceof Text text) {
      Strftime.firstUnknownCode(text.value())
          .ifPresent(
              code ->
                  notes.dateCode(text.position(), name + ": there is no date code '" + code + "'"));
    } else {
      settings.wrongType(name, format, "text");
    }
  }

  /// Whether there is such a locale: `fr_FR.UTF-8`, `de_DE@euro`, `C`, or a name of Windows.
  static boolean exists(String name) {
    String plain = name.replaceFirst("[.@].*", "").replace('_', '-');
    if (plain.isEmpty() || plain.equals("C") || plain.equals("POSIX")) {
      return true;
    }
    String tag = plain.toLowerCase(Locale.ROOT);
    return Arrays.stream(Locale.getAvailableLocales())
        .anyMatch(
            locale ->
                tag.equals(locale.toLanguageTag().toLowerCase(Locale.ROOT))
                    || tag.equals(
                        (locale.getLanguage() + "-" + locale.getCountry()).toLowerCase(Locale.ROOT))
                    || isOfWindows(tag, locale));
  }

  /// `french`, `fra`, `french-france`; and countries as `usa`.
  private static boolean isOfWindows(String name, Locale locale) {
    String language = locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
    String country = locale.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT);
    boolean isShort = name.length() == 3;
    return name.equals(language)
        || (!country.isEmpty() && name.equals(language + "-" + country))
        || (isShort && name.equals(code(locale)));
  }

  private static String code(Locale locale) {
    boolean hasCode = Arrays.asList(Locale.getISOCountries()).contains(locale.getCountry());
    return hasCode ? locale.getISO3Country().toLowerCase(Locale.ROOT) : "";
  }
}
