package godwit.config;

import static godwit.config.Fallback.list;
import static godwit.config.Fallback.none;
import static godwit.config.Fallback.required;
import static godwit.config.Fallback.value;
import static godwit.config.ValueType.LIST;
import static godwit.config.ValueType.NUMBER;
import static godwit.config.ValueType.NUMBER_OR_NONE;
import static godwit.config.ValueType.PAIRS;
import static godwit.config.ValueType.PATTERN;
import static godwit.config.ValueType.SWITCH;
import static godwit.config.ValueType.TABLE;
import static godwit.config.ValueType.TABLES;
import static godwit.config.ValueType.TEXT;
import static godwit.config.ValueType.TEXTS;

/// Every key of `godwit.toml`, declared once. To add one: a constant here, a row in the manual's
/// `reference/configuration.md` (a test tells), and the line of the section class that reads it.
public enum ConfigKey {
  SITE_TITLE("site.title", TEXT, required(), "SITENAME"),
  SITE_SUBTITLE("site.subtitle", TEXT, value(""), "SITESUBTITLE"),
  SITE_DESCRIPTION("site.description", TEXT, value(""), ""),
  SITE_URL("site.url", TEXT, value(""), "SITEURL"),
  SITE_AUTHOR("site.author", TEXT, value(""), "AUTHOR"),
  SITE_TIMEZONE("site.timezone", TEXT, value("UTC"), "TIMEZONE"),
  SITE_LANGUAGE("site.language", TEXT, value("en"), "DEFAULT_LANG"),
  SITE_MENU("site.menu", TABLES, none(), "MENUITEMS"),
  SITE_MENU_TITLE("site.menu.title", TEXT, required(), ""),
  SITE_MENU_URL("site.menu.url", TEXT, required(), ""),
  SITE_MENU_PAGES("site.menu-pages", SWITCH, value(false), "DISPLAY_PAGES_ON_MENU"),
  SITE_MENU_CATEGORIES("site.menu-categories", SWITCH, value(false), "DISPLAY_CATEGORIES_ON_MENU"),
  SITE_LINKS("site.links", TABLES, none(), "LINKS"),
  SITE_LINKS_TITLE("site.links.title", TEXT, required(), ""),
  SITE_LINKS_URL("site.links.url", TEXT, required(), ""),
  SITE_SOCIAL("site.social", TABLES, none(), "SOCIAL"),
  SITE_SOCIAL_TITLE("site.social.title", TEXT, required(), ""),
  SITE_SOCIAL_URL("site.social.url", TEXT, required(), ""),

  CONTENT_PATH("content.path", TEXT, value("content"), "PATH"),
  CONTENT_TEMPLATES("content.templates", TEXT, value("templates"), "THEME_TEMPLATES_OVERRIDES"),
  CONTENT_ARTICLES("content.articles", LIST, list(""), "ARTICLE_PATHS"),
  CONTENT_ARTICLE_EXCLUDES("content.article-excludes", LIST, list(), "ARTICLE_EXCLUDES"),
  CONTENT_PAGES("content.pages", LIST, list("pages"), "PAGE_PATHS"),
  CONTENT_PAGE_EXCLUDES("content.page-excludes", LIST, list(), "PAGE_EXCLUDES"),
  CONTENT_STATIC("content.static", LIST, list("images"), "STATIC_PATHS"),
  CONTENT_STATIC_EXCLUDES("content.static-excludes", LIST, list(), "STATIC_EXCLUDES"),
  CONTENT_STATIC_SOURCES("content.static-sources", SWITCH, value(false), "STATIC_EXCLUDE_SOURCES"),
  CONTENT_TEXTS(
      "content.texts", LIST, list("md", "markdown", "mkd", "mdown", "html", "htm"), "READERS"),
  CONTENT_IGNORE("content.ignore", LIST, list(), "IGNORE_FILES"),
  CONTENT_DEFAULT_CATEGORY("content.default-category", TEXT, value("misc"), "DEFAULT_CATEGORY"),
  CONTENT_FOLDER_AS_CATEGORY(
      "content.folder-as-category", SWITCH, value(true), "USE_FOLDER_AS_CATEGORY"),
  CONTENT_DEFAULT_METADATA("content.default-metadata", TABLE, none(), "DEFAULT_METADATA"),
  CONTENT_DEFAULT_DATE("content.default-date", TEXT, value(""), "DEFAULT_DATE"),
  CONTENT_FUTURE("content.future", TEXT, value("hold"), "WITH_FUTURE_DATES"),
  CONTENT_FILENAME_METADATA(
      "content.filename-metadata",
      TEXT,
      value("(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2}).*"),
      "FILENAME_METADATA"),
  CONTENT_HEADING_FIRST("content.heading-first", SWITCH, value(true), ""),
  CONTENT_PATH_METADATA("content.path-metadata", TEXT, value(""), "PATH_METADATA"),
  CONTENT_METADATA("content.metadata", TABLE, none(), "EXTRA_PATH_METADATA"),
  CONTENT_FORMATTED_FIELDS("content.formatted-fields", LIST, list("summary"), "FORMATTED_FIELDS"),
  CONTENT_TEMPLATE_PAGES("content.template-pages", TABLE, none(), "TEMPLATE_PAGES"),
  CONTENT_SUMMARY_WORDS("content.summary-words", NUMBER_OR_NONE, value(50), "SUMMARY_MAX_LENGTH"),
  CONTENT_SUMMARY_PARAGRAPHS(
      "content.summary-paragraphs", NUMBER, value(0), "SUMMARY_MAX_PARAGRAPHS"),
  CONTENT_SUMMARY_END("content.summary-end", TEXT, value("…"), "SUMMARY_END_SUFFIX"),
  CONTENT_ARTICLE_ORDER("content.article-order", TEXT, value("reversed-date"), "ARTICLE_ORDER_BY"),
  CONTENT_PAGE_ORDER("content.page-order", TEXT, value("basename"), "PAGE_ORDER_BY"),
  CONTENT_ARTICLE_TRANSLATION_ID(
      "content.article-translation-id", LIST, list("slug"), "ARTICLE_TRANSLATION_ID"),
  CONTENT_PAGE_TRANSLATION_ID(
      "content.page-translation-id", LIST, list("slug"), "PAGE_TRANSLATION_ID"),
  CONTENT_CATEGORY_ORDER("content.category-order", TEXT, value("name"), "REVERSE_CATEGORY_ORDER"),
  CONTENT_ARCHIVE_ORDER(
      "content.archive-order", TEXT, value("reversed-date"), "NEWEST_FIRST_ARCHIVES"),

  MARKDOWN_SMART_PUNCTUATION("markdown.smart-punctuation", SWITCH, value(false), "TYPOGRIFY"),
  MARKDOWN_AUTOLINKS("markdown.autolinks", SWITCH, value(true), ""),
  MARKDOWN_HIGHLIGHT("markdown.highlight", SWITCH, value(true), ""),
  MARKDOWN_ANCHORS("markdown.anchors", TEXT, value("github"), ""),

  READERS_RST_COMMAND("readers.rst.command", LIST, required(), "DOCUTILS_SETTINGS"),
  READERS_RST_TIMEOUT("readers.rst.timeout", TEXT, value("20s"), ""),

  SLUGS_SOURCE("slugs.source", TEXT, value("title"), "SLUGIFY_SOURCE"),
  SLUGS_SUBSTITUTIONS("slugs.substitutions", PAIRS, none(), "SLUG_REGEX_SUBSTITUTIONS"),
  SLUGS_CATEGORY_SUBSTITUTIONS(
      "slugs.category-substitutions", PAIRS, none(), "CATEGORY_REGEX_SUBSTITUTIONS"),
  SLUGS_TAG_SUBSTITUTIONS("slugs.tag-substitutions", PAIRS, none(), "TAG_REGEX_SUBSTITUTIONS"),
  SLUGS_AUTHOR_SUBSTITUTIONS(
      "slugs.author-substitutions", PAIRS, none(), "AUTHOR_REGEX_SUBSTITUTIONS"),
  SLUGS_UNICODE("slugs.unicode", SWITCH, value(false), "SLUGIFY_USE_UNICODE"),
  SLUGS_PRESERVE_CASE("slugs.preserve-case", SWITCH, value(false), "SLUGIFY_PRESERVE_CASE"),

  URLS_ARTICLE("urls.article", "{slug}.html", "ARTICLE_URL"),
  URLS_ARTICLE_SAVE_AS(URLS_ARTICLE),
  URLS_ARTICLE_TRANSLATION("urls.article-translation", "{slug}-{lang}.html", "ARTICLE_LANG_URL"),
  URLS_ARTICLE_TRANSLATION_SAVE_AS(URLS_ARTICLE_TRANSLATION),
  URLS_DRAFT("urls.draft", "drafts/{slug}.html", "DRAFT_URL"),
  URLS_DRAFT_SAVE_AS(URLS_DRAFT),
  URLS_DRAFT_TRANSLATION("urls.draft-translation", "drafts/{slug}-{lang}.html", "DRAFT_LANG_URL"),
  URLS_DRAFT_TRANSLATION_SAVE_AS(URLS_DRAFT_TRANSLATION),
  URLS_PAGE("urls.page", "pages/{slug}.html", "PAGE_URL"),
  URLS_PAGE_SAVE_AS(URLS_PAGE),
  URLS_PAGE_TRANSLATION("urls.page-translation", "pages/{slug}-{lang}.html", "PAGE_LANG_URL"),
  URLS_PAGE_TRANSLATION_SAVE_AS(URLS_PAGE_TRANSLATION),
  URLS_DRAFT_PAGE("urls.draft-page", "drafts/pages/{slug}.html", "DRAFT_PAGE_URL"),
  URLS_DRAFT_PAGE_SAVE_AS(URLS_DRAFT_PAGE),
  URLS_DRAFT_PAGE_TRANSLATION(
      "urls.draft-page-translation", "drafts/pages/{slug}-{lang}.html", "DRAFT_PAGE_LANG_URL"),
  URLS_DRAFT_PAGE_TRANSLATION_SAVE_AS(URLS_DRAFT_PAGE_TRANSLATION),
  URLS_FROM_SAVE_AS("urls.from-save-as", SWITCH, value(true), ""),
  URLS_LANGUAGE("urls.language", TEXT, value(""), "LOCALE"),
  URLS_CATEGORY("urls.category", "category/{slug}.html", "CATEGORY_URL"),
  URLS_CATEGORY_SAVE_AS(URLS_CATEGORY),
  URLS_TAG("urls.tag", "tag/{slug}.html", "TAG_URL"),
  URLS_TAG_SAVE_AS(URLS_TAG),
  URLS_AUTHOR("urls.author", "author/{slug}.html", "AUTHOR_URL"),
  URLS_AUTHOR_SAVE_AS(URLS_AUTHOR),
  URLS_INDEX("urls.index", "index.html", "INDEX_URL"),
  URLS_INDEX_SAVE_AS(URLS_INDEX),
  URLS_ARCHIVES("urls.archives", "archives.html", "ARCHIVES_URL"),
  URLS_ARCHIVES_SAVE_AS(URLS_ARCHIVES),
  URLS_YEAR_ARCHIVE("urls.year-archive", "", "YEAR_ARCHIVE_URL"),
  URLS_YEAR_ARCHIVE_SAVE_AS(URLS_YEAR_ARCHIVE),
  URLS_MONTH_ARCHIVE("urls.month-archive", "", "MONTH_ARCHIVE_URL"),
  URLS_MONTH_ARCHIVE_SAVE_AS(URLS_MONTH_ARCHIVE),
  URLS_DAY_ARCHIVE("urls.day-archive", "", "DAY_ARCHIVE_URL"),
  URLS_DAY_ARCHIVE_SAVE_AS(URLS_DAY_ARCHIVE),
  URLS_CATEGORIES("urls.categories", "categories.html", "CATEGORIES_URL"),
  URLS_CATEGORIES_SAVE_AS(URLS_CATEGORIES),
  URLS_TAGS("urls.tags", "tags.html", "TAGS_URL"),
  URLS_TAGS_SAVE_AS(URLS_TAGS),
  URLS_AUTHORS("urls.authors", "authors.html", "AUTHORS_URL"),
  URLS_AUTHORS_SAVE_AS(URLS_AUTHORS),
  URLS_STATIC("urls.static", "{path}", "STATIC_URL"),
  URLS_STATIC_SAVE_AS(URLS_STATIC),
  URLS_SOURCE_EXTENSION("urls.source-extension", TEXT, value(""), "OUTPUT_SOURCES_EXTENSION"),
  URLS_SERIES("urls.series", "", ""),
  URLS_SERIES_SAVE_AS("urls.series-save-as", PATTERN, new Fallback.From("urls.series"), ""),

  PAGINATION_SIZE("pagination.size", NUMBER, value(10), "DEFAULT_PAGINATION"),
  PAGINATION_ORPHANS("pagination.orphans", NUMBER, value(0), "DEFAULT_ORPHANS"),
  PAGINATION_SIZES("pagination.sizes", TABLE, none(), "PAGINATED_TEMPLATES"),
  PAGINATION_STABLE("pagination.stable", SWITCH, value(false), ""),
  PAGINATION_PATTERN("pagination.pattern", "{list}/page/{number}{end}", ""),
  PAGINATION_PATTERNS("pagination.patterns", TABLES, none(), "PAGINATION_PATTERNS"),
  PAGINATION_PATTERNS_FROM("pagination.patterns.from", NUMBER, required(), ""),
  PAGINATION_PATTERNS_URL("pagination.patterns.url", PATTERN, required(), ""),
  PAGINATION_PATTERNS_SAVE_AS(
      "pagination.patterns.save-as", PATTERN, new Fallback.From("pagination.patterns.url"), ""),

  RELATED_ITEMS("related.items", NUMBER, value(0), "RELATED_POSTS_MAX"),

  TERMS_TAG_CLOUD("terms.tag-cloud", SWITCH, value(false), ""),
  TERMS_STEPS("terms.steps", NUMBER, value(4), "TAG_CLOUD_STEPS"),

  FEEDS_ATOM("feeds.atom", "feeds/all.atom.xml", "FEED_ALL_ATOM"),
  FEEDS_ATOM_SAVE_AS(FEEDS_ATOM),
  FEEDS_RSS("feeds.rss", "feeds/all.rss.xml", "FEED_ALL_RSS"),
  FEEDS_RSS_SAVE_AS(FEEDS_RSS),
  FEEDS_JSON("feeds.json", "", ""),
  FEEDS_JSON_SAVE_AS(FEEDS_JSON),
  FEEDS_MAIN_ATOM("feeds.main-atom", "", "FEED_ATOM"),
  FEEDS_MAIN_ATOM_SAVE_AS(FEEDS_MAIN_ATOM),
  FEEDS_MAIN_RSS("feeds.main-rss", "", "FEED_RSS"),
  FEEDS_MAIN_RSS_SAVE_AS(FEEDS_MAIN_RSS),
  FEEDS_MAIN_JSON("feeds.main-json", "", ""),
  FEEDS_MAIN_JSON_SAVE_AS(FEEDS_MAIN_JSON),
  FEEDS_CATEGORY_ATOM("feeds.category-atom", "feeds/{slug}.atom.xml", "CATEGORY_FEED_ATOM"),
  FEEDS_CATEGORY_ATOM_SAVE_AS(FEEDS_CATEGORY_ATOM),
  FEEDS_CATEGORY_RSS("feeds.category-rss", "", "CATEGORY_FEED_RSS"),
  FEEDS_CATEGORY_RSS_SAVE_AS(FEEDS_CATEGORY_RSS),
  FEEDS_CATEGORY_JSON("feeds.category-json", "", ""),
  FEEDS_CATEGORY_JSON_SAVE_AS(FEEDS_CATEGORY_JSON),
  FEEDS_TAG_ATOM("feeds.tag-atom", "", "TAG_FEED_ATOM"),
  FEEDS_TAG_ATOM_SAVE_AS(FEEDS_TAG_ATOM),
  FEEDS_TAG_RSS("feeds.tag-rss", "", "TAG_FEED_RSS"),
  FEEDS_TAG_RSS_SAVE_AS(FEEDS_TAG_RSS),
  FEEDS_TAG_JSON("feeds.tag-json", "", ""),
  FEEDS_TAG_JSON_SAVE_AS(FEEDS_TAG_JSON),
  FEEDS_AUTHOR_ATOM("feeds.author-atom", "", "AUTHOR_FEED_ATOM"),
  FEEDS_AUTHOR_ATOM_SAVE_AS(FEEDS_AUTHOR_ATOM),
  FEEDS_AUTHOR_RSS("feeds.author-rss", "", "AUTHOR_FEED_RSS"),
  FEEDS_AUTHOR_RSS_SAVE_AS(FEEDS_AUTHOR_RSS),
  FEEDS_AUTHOR_JSON("feeds.author-json", "", ""),
  FEEDS_AUTHOR_JSON_SAVE_AS(FEEDS_AUTHOR_JSON),
  FEEDS_TRANSLATION_ATOM("feeds.translation-atom", "", "TRANSLATION_FEED_ATOM"),
  FEEDS_TRANSLATION_ATOM_SAVE_AS(FEEDS_TRANSLATION_ATOM),
  FEEDS_TRANSLATION_RSS("feeds.translation-rss", "", "TRANSLATION_FEED_RSS"),
  FEEDS_TRANSLATION_RSS_SAVE_AS(FEEDS_TRANSLATION_RSS),
  FEEDS_TRANSLATION_JSON("feeds.translation-json", "", ""),
  FEEDS_TRANSLATION_JSON_SAVE_AS(FEEDS_TRANSLATION_JSON),
  FEEDS_ITEMS("feeds.items", NUMBER, value(20), "FEED_MAX_ITEMS"),
  FEEDS_FULL_TEXT("feeds.full-text", SWITCH, value(true), ""),
  FEEDS_RSS_FULL_TEXT("feeds.rss-full-text", SWITCH, value(true), "RSS_FEED_SUMMARY_ONLY"),
  FEEDS_HUB("feeds.hub", TEXTS, list(), ""),

  LLMS_LIST("llms.list", SWITCH, value(false), ""),
  LLMS_ARTICLES("llms.articles", NUMBER, value(100), ""),
  LLMS_COPIES("llms.copies", SWITCH, value(false), ""),

  LINKS_CHECK("links.check", TEXT, value("error"), ""),

  ASSETS_FINGERPRINT("assets.fingerprint", SWITCH, value(true), ""),

  PUBLISH_TARGET("publish.target", TEXT, value("public"), "OUTPUT_PATH"),
  PUBLISH_STRATEGY("publish.strategy", TEXT, value("exchange"), ""),
  PUBLISH_KEEP("publish.keep", NUMBER, value(10), ""),
  PUBLISH_CARRY("publish.carry", TEXT, value("7 days"), ""),
  PUBLISH_MAX_REMOVED("publish.max-removed", NUMBER, value(20), ""),
  PUBLISH_REMOVED_PAGES("publish.removed-pages", TEXT, value("warn"), ""),
  PUBLISH_AFTER("publish.after", TABLES, none(), ""),
  PUBLISH_AFTER_COMMAND("publish.after.command", LIST, required(), ""),
  PUBLISH_AFTER_TIMEOUT("publish.after.timeout", TEXT, value("60s"), ""),
  PUBLISH_AFTER_DIRECTORY("publish.after.directory", TEXT, value("."), ""),

  DAEMON_SOCKET("daemon.socket", TEXT, value(""), ""),
  DAEMON_MODE("daemon.mode", TEXT, value("0660"), ""),
  DAEMON_GROUP("daemon.group", TEXT, value(""), "");

  private final String fullName;
  private final ValueType type;
  private final Fallback fallback;
  private final String pelicanName;

  ConfigKey(String fullName, ValueType type, Fallback fallback, String pelicanName) {
    this.fullName = fullName;
    this.type = type;
    this.fallback = fallback;
    this.pelicanName = pelicanName;
  }

  /// A pattern.
  ConfigKey(String fullName, String fallback, String pelicanName) {
    this(fullName, PATTERN, value(fallback), pelicanName);
  }

  /// The file that belongs to a URL. In Pelican it is called like that, or has no setting of its
  /// own.
  ConfigKey(ConfigKey url) {
    this(
        url.fullName + "-save-as",
        PATTERN,
        new Fallback.From(url.fullName),
        url.pelicanName.endsWith("_URL")
            ? url.pelicanName.substring(0, url.pelicanName.length() - "URL".length()) + "SAVE_AS"
            : "");
  }

  /// The key of the file that belongs to this URL.
  ///
  /// @throws IllegalArgumentException if this is no URL
  ConfigKey saveAs() {
    return valueOf(name() + "_SAVE_AS");
  }

  /// The name with its table, such as `site.title`.
  public String fullName() {
    return fullName;
  }

  /// The table's name: `site`, or `site.menu`.
  public String table() {
    return fullName.substring(0, fullName.lastIndexOf('.'));
  }

  /// The name within its table: `title`.
  public String simpleName() {
    return fullName.substring(fullName.lastIndexOf('.') + 1);
  }

  public ValueType type() {
    return type;
  }

  public Fallback fallback() {
    return fallback;
  }

  /// What the key is called in `pelicanconf.py`; empty where Pelican has none.
  public String pelicanName() {
    return pelicanName;
  }
}
