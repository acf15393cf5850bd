package godwit.render;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import godwit.config.Strftime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A date as templates see it: `${article.date}` is the day in the words of the site's language,
/// `${article.date.iso}` what machines read, `${article.date.strftime("%d %B %Y")}` any form.
final class DateModel extends HashModel implements TemplateScalarModel {
  /// Writes dates in one language. The formatters are costly to make and serve every page.
  record Language(Locale locale, DateTimeFormatter day, PeriodNames periods) {
    static Language of(String tag) {
      Locale locale = Locale.forLanguageTag(tag);
      DateTimeFormatter day =
          DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
      return new Language(locale, day, PeriodNames.of(locale, day));
    }
  }

  private final ZonedDateTime date;
  private final Language language;

  private DateModel(ZonedDateTime date, Language language) {
    this.date = date;
    this.language = language;
  }

  static @Nullable DateModel of(@Nullable ZonedDateTime date, Language language) {
    return date == null ? null : new DateModel(date, language);
  }

  @Override
  public @Nullable TemplateModel get(String key) {
    return switch (key) {
      case "iso" -> text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date));
      case "year" -> number(date.getYear());
      case "month" -> number(date.getMonthValue());
      case "day" -> number(date.getDayOfMonth());
      case "strftime" -> (TemplateMethodModelEx) this::strftime;
      default -> null;
    };
  }

  @Override
  public String getAsString() {
    return language.day().format(date);
  }

  private TemplateModel strftime(java.util.List<?> arguments) throws TemplateModelException {
    if (arguments.size() != 1 || !(arguments.getFirst() instanceof TemplateScalarModel format)) {
      throw new TemplateModelException("strftime takes one text, such as strftime(\"%d %B %Y\")");
    }
    String pattern = format.getAsString();
    Optional<String> unknown = Strftime.firstUnknownCode(pattern);
    if (unknown.isPresent()) {
      throw new TemplateModelException("strftime does not know '" + unknown.get() + "'");
    }
    return new SimpleScalar(Strftime.format(pattern, date, language.locale()));
  }
}
