package godwit.config;

import godwit.config.Patterns.Use;
import godwit.config.UrlSettings.Place;
import godwit.diagnostic.SourcePosition;

/// Reads `[urls]`: for each kind of page its URL and its file, where one of both is enough.
final class UrlSection {
  private final ConfigValues values;

  private UrlSection(ConfigValues values) {
    this.values = values;
  }

  static UrlSettings read(ConfigValues values) {
    UrlSection urls = new UrlSection(values);
    return new UrlSettings(
        urls.place(ConfigKey.URLS_ARTICLE, Use.ITEM),
        urls.place(ConfigKey.URLS_ARTICLE_TRANSLATION, Use.ITEM),
        urls.place(ConfigKey.URLS_DRAFT, Use.ITEM),
        urls.place(ConfigKey.URLS_DRAFT_TRANSLATION, Use.ITEM),
        urls.place(ConfigKey.URLS_PAGE, Use.ITEM),
        urls.place(ConfigKey.URLS_PAGE_TRANSLATION, Use.ITEM),
        urls.place(ConfigKey.URLS_DRAFT_PAGE, Use.ITEM),
        urls.place(ConfigKey.URLS_DRAFT_PAGE_TRANSLATION, Use.ITEM),
        values.isOn(ConfigKey.URLS_FROM_SAVE_AS),
        values.text(
            ConfigKey.URLS_LANGUAGE, given -> given.isEmpty() ? given : LanguageTag.read(given)),
        urls.place(ConfigKey.URLS_CATEGORY, Use.TERM),
        urls.place(ConfigKey.URLS_TAG, Use.TERM),
        urls.place(ConfigKey.URLS_AUTHOR, Use.TERM),
        urls.place(ConfigKey.URLS_INDEX, Use.SINGLE),
        urls.place(ConfigKey.URLS_ARCHIVES, Use.SINGLE),
        urls.place(ConfigKey.URLS_YEAR_ARCHIVE, Use.PERIOD),
        urls.place(ConfigKey.URLS_MONTH_ARCHIVE, Use.PERIOD),
        urls.place(ConfigKey.URLS_DAY_ARCHIVE, Use.PERIOD),
        urls.place(ConfigKey.URLS_CATEGORIES, Use.SINGLE),
        urls.place(ConfigKey.URLS_TAGS, Use.SINGLE),
        urls.place(ConfigKey.URLS_AUTHORS, Use.SINGLE),
        urls.place(ConfigKey.URLS_STATIC, Use.FILE),
        values.text(ConfigKey.URLS_SOURCE_EXTENSION, UrlSection::extension),
        urls.place(ConfigKey.URLS_SERIES, Use.SERIES));
  }

  private Place place(ConfigKey urlKey, Use use) {
    ConfigKey fileKey = urlKey.saveAs();
    Object given = values.given(fileKey);
    SourcePosition position = values.positionOfAny(fileKey, urlKey);
    boolean hasNoFile = "".equals(given);
    boolean isFileToo = use == Use.FILE && given == null;
    UrlPattern url =
        values.text(urlKey, source -> isFileToo ? file(source, use) : url(source, use, hasNoFile));
    UrlPattern saveAs =
        given == null
            ? null
            : values.read(
                fileKey, given, () -> values.position(fileKey), source -> file(source, use));
    if (saveAs == null) {
      return new Place(url, use == Use.FILE ? url : Patterns.saveAs(url), position);
    }
    if (saveAs.source().isEmpty()) {
      return new Place(url, saveAs, position);
    }
    if (!values.has(urlKey)) {
      return new Place(saveAs, saveAs, position);
    }
    if (url.source().isEmpty() && !saveAs.source().equals("index.html")) {
      String hint = "write its address, or leave " + urlKey.simpleName() + " out";
      values.bad(
          urlKey.fullName(),
          values.position(urlKey),
          new BadValueException("only index.html can have the empty address", hint));
    }
    return new Place(url, saveAs, position);
  }

  private static UrlPattern url(String source, Use use, boolean hasNoFile)
      throws BadValueException {
    refuseNoFile(source, use);
    if (source.isEmpty() && use == Use.ITEM && !hasNoFile) {
      String hint = "what is to have no page gets an empty save-as; it is in lists all the same";
      throw new BadValueException("must not be empty", hint);
    }
    return Patterns.read(source, use);
  }

  private static UrlPattern file(String source, Use use) throws BadValueException {
    refuseNoFile(source, use);
    if (source.endsWith("/")) {
      throw new BadValueException(
          "must name a file, not a folder",
          use == Use.FILE ? "end it with the name of the file, as {path} does" : "add index.html");
    }
    return Patterns.read(source, use);
  }

  private static void refuseNoFile(String source, Use use) throws BadValueException {
    if (source.isEmpty() && use == Use.FILE) {
      throw new BadValueException("must not be empty", "take files out of content.static");
    }
  }

  private static String extension(String value) throws BadValueException {
    if (value.contains("/") || value.contains("\\")) {
      throw new BadValueException("must not hold a slash", "write an extension, such as .text");
    }
    return Characters.checkLine(value);
  }
}
