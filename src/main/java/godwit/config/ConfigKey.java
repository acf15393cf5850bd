package godwit.config;

import static godwit.config.Fallback.list;
import static godwit.config.Fallback.none;
import static godwit.config.Fallback.required;
import static godwit.config.Fallback.value;
import static godwit.config.ValueType.LIST;
import static godwit.config.ValueType.NUMBER;
import static godwit.config.ValueType.PATTERN;
import static godwit.config.ValueType.SWITCH;
import static godwit.config.ValueType.TABLE;
import static godwit.config.ValueType.TABLES;
import static godwit.config.ValueType.TEXT;

/// Every key of `godwit.toml`, declared once. To add one: a constant here, a row in the manual's
/// `reference/configuration.md` (a test tells), and the line of the section class that reads it.
public enum ConfigKey {
  SITE_TITLE("site.title", TEXT, required(), "SITENAME", "the name of the site"),
  SITE_SUBTITLE("site.subtitle", TEXT, value(""), "SITESUBTITLE", "a line below the name"),
  SITE_DESCRIPTION(
      "site.description", TEXT, value(""), "", "a sentence for search engines and feeds"),
  SITE_URL(
      "site.url",
      TEXT,
      value(""),
      "SITEURL",
      "where the site will be read, such as `https://example.org/blog`; without it there are no"
          + " feeds and no sitemap"),
  SITE_AUTHOR("site.author", TEXT, value(""), "AUTHOR", "who wrote what names no author"),
  SITE_TIMEZONE(
      "site.timezone", TEXT, value("UTC"), "TIMEZONE", "the zone of dates without an offset"),
  SITE_LANGUAGE(
      "site.language",
      TEXT,
      value("en"),
      "DEFAULT_LANG",
      "the language of what names none, a BCP 47 tag such as `pt-BR`"),
  SITE_MENU("site.menu", TABLES, none(), "MENUITEMS", "links for the theme's navigation"),
  SITE_MENU_TITLE("site.menu.title", TEXT, required(), "", "the text of the link"),
  SITE_MENU_URL(
      "site.menu.url",
      TEXT,
      required(),
      "",
      "a link as in content, such as `{filename}pages/about.md`, or an address"),

  CONTENT_PATH("content.path", TEXT, value("content"), "PATH", "the directory of the sources"),
  CONTENT_TEMPLATES(
      "content.templates",
      TEXT,
      value("templates"),
      "THEME_TEMPLATES_OVERRIDES",
      "the directory of templates that come before the theme's"),
  CONTENT_ARTICLES(
      "content.articles",
      LIST,
      list(""),
      "ARTICLE_PATHS",
      "the folders that hold articles; `\"\"` is every folder"),
  CONTENT_PAGES("content.pages", LIST, list("pages"), "PAGE_PATHS", "the folders that hold pages"),
  CONTENT_STATIC(
      "content.static",
      LIST,
      list("images"),
      "STATIC_PATHS",
      "the folders and files that are copied as they are"),
  CONTENT_IGNORE(
      "content.ignore",
      LIST,
      list(),
      "IGNORE_FILES",
      "glob patterns of names to pass over, such as `*.tmp`"),
  CONTENT_DEFAULT_CATEGORY(
      "content.default-category",
      TEXT,
      value("misc"),
      "DEFAULT_CATEGORY",
      "the category of articles that have none"),
  CONTENT_FOLDER_AS_CATEGORY(
      "content.folder-as-category",
      SWITCH,
      value(true),
      "USE_FOLDER_AS_CATEGORY",
      "whether an article's folder names its category"),
  CONTENT_DEFAULT_STATUS(
      "content.default-status",
      TEXT,
      value("published"),
      "DEFAULT_METADATA",
      "the status of what names none: `published`, `draft`, `hidden` or `skip`"),
  CONTENT_SUMMARY_WORDS(
      "content.summary-words",
      NUMBER,
      value(50),
      "SUMMARY_MAX_LENGTH",
      "how long a summary is that is cut from the text; `0` is the whole text"),
  CONTENT_FILENAME_METADATA(
      "content.filename-metadata",
      TEXT,
      value("(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2}).*"),
      "FILENAME_METADATA",
      "a regular expression for the beginning of a file's name without its extension; its named"
          + " groups become metadata"),
  CONTENT_METADATA(
      "content.metadata",
      TABLE,
      none(),
      "EXTRA_PATH_METADATA",
      "metadata for files and folders by their path; a file's own comes first"),

  MARKDOWN_SMART_PUNCTUATION(
      "markdown.smart-punctuation",
      SWITCH,
      value(false),
      "TYPOGRIFY",
      "whether straight quotes, `--` and `...` become typographic ones"),
  MARKDOWN_AUTOLINKS(
      "markdown.autolinks", SWITCH, value(true), "", "whether bare addresses in text become links"),
  MARKDOWN_HIGHLIGHT(
      "markdown.highlight",
      SWITCH,
      value(true),
      "",
      "whether code blocks that name a language are coloured"),

  URLS_ARTICLE("urls.article", "{slug}.html", "ARTICLE_URL", "an article"),
  URLS_ARTICLE_SAVE_AS(URLS_ARTICLE),
  URLS_ARTICLE_TRANSLATION(
      "urls.article-translation",
      "{slug}-{lang}.html",
      "ARTICLE_LANG_URL",
      "an article that is a translation"),
  URLS_ARTICLE_TRANSLATION_SAVE_AS(URLS_ARTICLE_TRANSLATION),
  URLS_DRAFT("urls.draft", "drafts/{slug}.html", "DRAFT_URL", "an article with status `draft`"),
  URLS_DRAFT_SAVE_AS(URLS_DRAFT),
  URLS_PAGE("urls.page", "pages/{slug}.html", "PAGE_URL", "a page"),
  URLS_PAGE_SAVE_AS(URLS_PAGE),
  URLS_PAGE_TRANSLATION(
      "urls.page-translation",
      "pages/{slug}-{lang}.html",
      "PAGE_LANG_URL",
      "a page that is a translation"),
  URLS_PAGE_TRANSLATION_SAVE_AS(URLS_PAGE_TRANSLATION),
  URLS_DRAFT_PAGE(
      "urls.draft-page",
      "drafts/pages/{slug}.html",
      "DRAFT_PAGE_URL",
      "a page with status `draft`"),
  URLS_DRAFT_PAGE_SAVE_AS(URLS_DRAFT_PAGE),
  URLS_CATEGORY("urls.category", "category/{slug}.html", "CATEGORY_URL", "a category"),
  URLS_CATEGORY_SAVE_AS(URLS_CATEGORY),
  URLS_TAG("urls.tag", "tag/{slug}.html", "TAG_URL", "a tag"),
  URLS_TAG_SAVE_AS(URLS_TAG),
  URLS_AUTHOR("urls.author", "author/{slug}.html", "AUTHOR_URL", "an author"),
  URLS_AUTHOR_SAVE_AS(URLS_AUTHOR),
  URLS_INDEX("urls.index", "index.html", "INDEX_URL", "the front page"),
  URLS_INDEX_SAVE_AS(URLS_INDEX),
  URLS_ARCHIVES("urls.archives", "archives.html", "ARCHIVES_URL", "the list of all articles"),
  URLS_ARCHIVES_SAVE_AS(URLS_ARCHIVES),
  URLS_CATEGORIES("urls.categories", "categories.html", "CATEGORIES_URL", "the list of categories"),
  URLS_CATEGORIES_SAVE_AS(URLS_CATEGORIES),
  URLS_TAGS("urls.tags", "tags.html", "TAGS_URL", "the list of tags"),
  URLS_TAGS_SAVE_AS(URLS_TAGS),
  URLS_AUTHORS("urls.authors", "authors.html", "AUTHORS_URL", "the list of authors"),
  URLS_AUTHORS_SAVE_AS(URLS_AUTHORS),

  PAGINATION_SIZE(
      "pagination.size",
      NUMBER,
      value(10),
      "DEFAULT_PAGINATION",
      "how many articles a list page holds; `0` is all on one page"),
  PAGINATION_ORPHANS(
      "pagination.orphans",
      NUMBER,
      value(0),
      "DEFAULT_ORPHANS",
      "the last page joins the one before if it would hold this many or fewer"),
  PAGINATION_PATTERN(
      "pagination.pattern",
      "{list}/page/{number}{end}",
      "PAGINATION_PATTERNS",
      "the addresses of a list's pages from the second on"),

  FEEDS_ATOM("feeds.atom", "feeds/all.atom.xml", "FEED_ALL_ATOM", "the Atom feed of all articles"),
  FEEDS_RSS("feeds.rss", "feeds/all.rss.xml", "FEED_ALL_RSS", "the RSS feed of all articles"),
  FEEDS_CATEGORY_ATOM(
      "feeds.category-atom",
      "feeds/{slug}.atom.xml",
      "CATEGORY_FEED_ATOM",
      "an Atom feed for each category"),
  FEEDS_TAG_ATOM("feeds.tag-atom", "", "TAG_FEED_ATOM", "an Atom feed for each tag"),
  FEEDS_AUTHOR_ATOM("feeds.author-atom", "", "AUTHOR_FEED_ATOM", "an Atom feed for each author"),
  FEEDS_ITEMS(
      "feeds.items",
      NUMBER,
      value(20),
      "FEED_MAX_ITEMS",
      "how many articles a feed holds at most; `0` is all"),
  FEEDS_FULL_TEXT(
      "feeds.full-text",
      SWITCH,
      value(true),
      "RSS_FEED_SUMMARY_ONLY",
      "whether entries carry the whole article or only its summary"),

  LINKS_CHECK(
      "links.check",
      TEXT,
      value("error"),
      "",
      "what a link is that leads nowhere: `error`, `warn` or `off`"),

  ASSETS_FINGERPRINT(
      "assets.fingerprint",
      SWITCH,
      value(true),
      "",
      "whether pages load style sheets, scripts, fonts and images by names that change with their"
          + " bytes"),

  PUBLISH_TARGET(
      "publish.target",
      TEXT,
      value("public"),
      "OUTPUT_PATH",
      "the directory above the served `html`, relative to the site directory or absolute"),
  PUBLISH_STRATEGY(
      "publish.strategy",
      TEXT,
      value("exchange"),
      "",
      "how a new release takes the place of the one before: `exchange`, `symlink` or `rename`"),
  PUBLISH_KEEP(
      "publish.keep",
      NUMBER,
      value(10),
      "",
      "how many releases are kept, the live one included; at least 3"),
  PUBLISH_CARRY(
      "publish.carry",
      TEXT,
      value("7 days"),
      "",
      "how long style sheets, images and the like that earlier releases referred to stay"
          + " reachable"),
  PUBLISH_MAX_REMOVED(
      "publish.max-removed",
      NUMBER,
      value(20),
      "",
      "by how many per cent the number of pages may fall; `100` is any number"),
  PUBLISH_REMOVED_PAGES(
      "publish.removed-pages",
      TEXT,
      value("warn"),
      "",
      "what it is that a page is gone and no alias leads on: `error`, `warn` or `off`"),
  PUBLISH_AFTER("publish.after", TABLES, none(), "", "commands that are run after each publish"),
  PUBLISH_AFTER_COMMAND(
      "publish.after.command", LIST, required(), "", "a program and its arguments"),
  PUBLISH_AFTER_TIMEOUT(
      "publish.after.timeout", TEXT, value("60s"), "", "how long it may take before it is stopped"),
  PUBLISH_AFTER_DIRECTORY(
      "publish.after.directory",
      TEXT,
      value("."),
      "",
      "in which directory it runs, relative to the site directory or absolute"),

  DAEMON_SOCKET(
      "daemon.socket",
      TEXT,
      value(""),
      "",
      "where the daemon listens, relative to the site directory or absolute; empty is where the"
          + " environment says"),
  DAEMON_MODE("daemon.mode", TEXT, value("0660"), "", "the socket's permissions, in octal digits"),
  DAEMON_GROUP(
      "daemon.group", TEXT, value(""), "", "the socket's group; empty is the daemon's own");

  private final String fullName;
  private final ValueType type;
  private final Fallback fallback;
  private final String pelicanName;
  private final String meaning;

  ConfigKey(
      String fullName, ValueType type, Fallback fallback, String pelicanName, String meaning) {
    this.fullName = fullName;
    this.type = type;
    this.fallback = fallback;
    this.pelicanName = pelicanName;
    this.meaning = meaning;
  }

  /// A pattern.
  ConfigKey(String fullName, String fallback, String pelicanName, String meaning) {
    this(fullName, PATTERN, value(fallback), pelicanName, meaning);
  }

  /// The file that belongs to a URL.
  ConfigKey(ConfigKey url) {
    this(
        url.fullName + "-save-as",
        PATTERN,
        new Fallback.From(url.fullName),
        url.pelicanName.substring(0, url.pelicanName.length() - "URL".length()) + "SAVE_AS",
        "its file, where that differs");
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

  /// What it means, in part of a line.
  public String meaning() {
    return meaning;
  }
}
