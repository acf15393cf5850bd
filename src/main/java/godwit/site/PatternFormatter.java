package godwit.site;

import godwit.config.Strftime;
import godwit.config.UrlPattern;
import godwit.config.UrlSettings;
import godwit.content.FrontMatter;
import godwit.content.SourceFile;
import godwit.output.OutputPath;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Fills the fields of address patterns.
final class PatternFormatter {
  /// A pattern asks for something that the document does not have.
  static final class MissingField extends Exception {
    private static final long serialVersionUID = 1L;

    MissingField(String message) {
      super(message);
    }
  }

  private PatternFormatter() {}

  /// The address of a term.
  static String ofTerm(UrlPattern pattern, String slug) {
    StringBuilder address = new StringBuilder();
    for (UrlPattern.Part part : pattern.parts()) {
      address.append(
          switch (part) {
            case UrlPattern.Literal literal -> literal.text();
            case UrlPattern.Field field -> slug;
          });
    }
    return address.toString();
  }

  /// The address of something that there is one of.
  static Address single(UrlSettings.Place place) {
    return new Address(ofTerm(place.url(), ""), OutputPath.ofFile(ofTerm(place.saveAs(), "")));
  }

  /// The address of an archive.
  ///
  /// @param language of the names of months and days
  static Address ofPeriod(UrlSettings.Place place, ZonedDateTime date, Locale language) {
    return new Address(
        ofPeriod(place.url(), date, language),
        OutputPath.ofFile(ofPeriod(place.saveAs(), date, language)));
  }

  private static String ofPeriod(UrlPattern pattern, ZonedDateTime date, Locale language) {
    StringBuilder address = new StringBuilder();
    for (UrlPattern.Part part : pattern.parts()) {
      address.append(
          switch (part) {
            case UrlPattern.Literal literal -> literal.text();
            case UrlPattern.Field field ->
                Strftime.format(
                    field.format().isEmpty() ? Strftime.ISO_DATE : field.format(), date, language);
          });
    }
    return address.toString();
  }

  /// The address of an article or a page.
  ///
  /// @param language of the names of months and days
  /// @param categorySlug null where it has no category
  /// @param authorSlug of its first author; null where it has none
  /// @throws MissingField if the document lacks a field of the pattern
  static String ofDocument(
      UrlPattern pattern,
      Locale language,
      SourceFile source,
      FrontMatter frontMatter,
      String slug,
      @Nullable String categorySlug,
      @Nullable String authorSlug)
      throws MissingField {
    StringBuilder address = new StringBuilder();
    for (UrlPattern.Part part : pattern.parts()) {
      switch (part) {
        case UrlPattern.Literal literal -> address.append(literal.text());
        case UrlPattern.Field field -> {
          String value =
              switch (field.name()) {
                case "slug" -> slug;
                case "lang" -> frontMatter.language();
                case "category" -> categorySlug;
                case "author" -> authorSlug;
                case "status" -> frontMatter.status().label();
                case "path_no_ext" -> withoutExtension(source.path());
                case "base_name" -> source.baseName();
                case "date" -> date(frontMatter.date(), field, language);
                case "modified" -> date(frontMatter.modified(), field, language);
                default -> frontMatter.metadata().text(field.name());
              };
          if (value == null) {
            throw new MissingField(
                "the address '" + pattern.source() + "' needs a " + field.name());
          }
          address.append(value);
        }
      }
    }
    return address.toString();
  }

  private static @Nullable String date(
      @Nullable ZonedDateTime date, UrlPattern.Field field, Locale language) {
    if (date == null) {
      return null;
    }
    String format = field.format().isEmpty() ? "%Y-%m-%d" : field.format();
    return Strftime.format(format, date, language);
  }

  private static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
  }
}
