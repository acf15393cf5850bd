package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigReader;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PelicanImportTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  @TempDir Path temporary;

  static Stream<Path> cases() throws IOException {
    List<Path> cases;
    try (Stream<Path> listed = Files.list(RESOURCES.resolve("pelican-cases"))) {
      cases = listed.sorted().toList();
    }
    assertThat(cases).hasSize(24);
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsTheCasesOfPelican(Path directory) throws IOException {
    ImportResult result = PelicanImport.read(directory.toRealPath());

    assertThat(Blog.told(result)).isEmpty();
    isTaken(result, directory);
  }

  private static void isTaken(ImportResult result, Path directory) {
    Diagnostics diagnostics = new Diagnostics();
    ConfigReader.read(Blog.toml(result), directory.toAbsolutePath(), diagnostics);
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void readsABlogAsItIsPublished() throws IOException {
    Path blog = RESOURCES.resolve("importer/blog");

    ImportResult result = PelicanImport.read(blog.toRealPath());

    assertThat(Blog.toml(result)).isEqualTo(Files.readString(blog.resolve("expected.toml")));
    assertThat(Blog.told(result) + "\n")
        .isEqualTo(Files.readString(blog.resolve("expected-diagnostics.txt")));
    isTaken(result, blog);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SITESUBTITLE = None|[site]",
        "SITEURL = 'https://e.org/b//'|url = \"https://e.org/b\"",
        "SITESUBTITLE = 'a\\\\b\"c'|subtitle = 'a\\b\"c'",
        "SITESUBTITLE = \"a'b\\\\c\"|subtitle = \"a'b\\\\c\"",
        "DEFAULT_DATE = (2012, 3, 2, 14, 1, 1)|default-date = \"2012-03-02T14:01:01\"",
        "DEFAULT_DATE = (2012, 3, 2)|default-date = \"2012-03-02T00:00:00\"",
        "DEFAULT_DATE = 'fs'|default-date = \"file\"",
        "SUMMARY_MAX_LENGTH = None|summary-words = 0",
        "SUMMARY_MAX_LENGTH = 0|summary-words = \"none\"",
        "SUMMARY_MAX_LENGTH = -1|summary-words = \"none\"",
        "ARTICLE_TRANSLATION_ID = False|article-translation-id = []",
        "ARTICLE_TRANSLATION_ID = ('slug', 'x')|article-translation-id = [\"slug\", \"x\"]",
        "PAGE_TRANSLATION_ID = 'x'|page-translation-id = [\"x\"]",
        "IGNORE_FILES = ['.#*', '*.{a}']|ignore = ['*.\\{a\\}']",
        "PATH = './content/blog'|path = \"content/blog\"",
        "ARTICLE_URL = '/a/{slug}/'\\n"
            + "ARTICLE_SAVE_AS = '/a/{slug}/index.html'|article = \"a/{slug}/\"",
        "ARTICLE_SAVE_AS = 'a/{slug}.html'|article-save-as = \"a/{slug}.html\"",
        "ARTICLE_PATHS = ['blog/']\\nPAGE_PATHS = ['']|page-excludes = [\"blog\"]",
        "ARTICLE_PATHS = ['blog']|articles = [\"blog\"]",
        "TIMEZONE = 'europe/paris'|timezone = \"Europe/Paris\"",
        "SITENAME = f'{1} blog'|# SITENAME could not be read: write what it says.\\n"
            + "title = \"A Pelican Blog\"",
        "SITENAME = ''|# SITENAME is empty, and a site has a title.\\ntitle = \"A Pelican Blog\"",
        "FILENAME_METADATA = r'(?P<post_id>.)'|filename-metadata = \"(?<post_id>.)\"",
        "CATEGORY_SAVE_AS = ''|category-save-as = \"\"",
        "STATIC_URL = '/s/{path}'\\nSTATIC_SAVE_AS = 's/{path}'|static = \"s/{path}\"",
        "STATIC_SAVE_AS = 's/{path}'|static = \"{path}\"\\nstatic-save-as = \"s/{path}\"",
        "OUTPUT_SOURCES = True|source-extension = \".text\"",
        "PAGE_URL = PAGE_SAVE_AS = '{date.year}/{date.month:02d}/{date.day}{modified.hour:d}'|page"
            + " = \"{date:%Y}/{date:%m}/{date:%-d}{modified:%-H}\"",
        "ARTICLE_SAVE_AS = ''|article-save-as = \"\"",
        "PAGE_URL = ''\\nPAGE_SAVE_AS = False|page = \"\"\\npage-save-as = \"\"",
        "INDEX_SAVE_AS = 'blog.html'|index = \"blog.html\"",
        "DEFAULT_PAGINATION = 10|pattern = \"{name}{number}{extension}\"",
        "DEFAULT_PAGINATION = 10\\nPAGINATED_TEMPLATES = {'index': None, 'tag': 5}|tag = 5",
        "DEFAULT_PAGINATION = 10\\nPAGINATED_TEMPLATES = {'archives': None}|archives = 10",
        "DEFAULT_PAGINATION = 10\\nPAGINATED_TEMPLATES = {'archives': 0}|archives = 10",
        "DEFAULT_PAGINATION = 10\\nPAGINATED_TEMPLATES = {'archives': ''}|archives = 10",
        "DEFAULT_PAGINATION = 10\\nPAGINATED_TEMPLATES = {'archives': False}|archives = 10",
        "DEFAULT_LANG = 'pt-BR'|language = \"pt-br\"",
        "DEFAULT_LANG = 'en_US'|language = \"en-us\"",
        "TIMEZONE = 'us/eastern'|timezone = \"US/Eastern\"",
        "TIMEZONE = 'EST'|timezone = \"-05:00\"",
        "PAGINATED_TEMPLATES = {'period_archives': 7}|period-archives = 7",
        "REVERSE_CATEGORY_ORDER = True|category-order = \"reversed-name\"",
        "NEWEST_FIRST_ARCHIVES = False|archive-order = \"date\"",
        "TAG_FEED_ATOM = 'feeds/%s.xml'|tag-atom = \"feeds/{slug}.xml\"",
        "FEED_ALL_ATOM = 'f/all.xml'\\nFEED_ALL_ATOM_URL = '/f/'|atom = \"f/\"",
        "FEED_ALL_ATOM = 'f/all.xml'\\nFEED_ALL_ATOM_URL = '/f/'|atom-save-as = \"f/all.xml\"",
        "TAG_FEED_RSS = 'f/%s.xml'\\nTAG_FEED_RSS_URL = 'f/%s'|tag-rss = \"f/{slug}\"",
        "FEED_RSS = 'a.xml'\\nFEED_RSS_URL = 'a.xml'|main-rss = \"a.xml\"",
        "FEED = 'a.xml'|main-atom = \"a.xml\"",
        "PAGE_DIR = 'p'|pages = [\"p\"]",
        "DEFAULT_METADATA = (('status', 'draft'),)|status = \"draft\"",
        "DEFAULT_METADATA = {'tags': ['a', 'b'], 'rank': 3}|tags = \"a, b\"",
        "CATEGORY_REGEX_SUBSTITUTIONS = []|category-substitutions = []",
        "SLUG_REGEX_SUBSTITUTIONS = [(r'[[&]', 'x')]|substitutions = [[\"[[&]\", \"x\"]]"
      })
  void writes(String lines, String part) throws IOException {
    ImportResult result = Blog.read(temporary, lines.replace("\\n", "\n"));

    assertThat(Blog.toml(result)).contains(part.replace("\\n", "\n") + "\n");
    isTaken(result, temporary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AUTHOR = f()|3:1: warning[import-unread]: AUTHOR cannot be read, as it is made by a call"
            + " of f()",
        "STATIC_PATHS = 'a'|3:16: warning[import-setting]: STATIC_PATHS is a text where a list",
        "PATH = '.'|3:1: warning[import-setting]: PATH is the site directory itself",
        "PATH = '../x'|3:1: warning[import-setting]: PATH lies outside of the site directory",
        "ARTICLE_PATHS = ['../x']|3:18: warning[import-setting]: not taken over: content.articles",
        "ARTICLE_URL = '{date.week}/{slug}'|3:1: warning[import-setting]: not taken over:"
            + " urls.art",
        "STATIC_URL = '//cdn.org/{path}'|3:1: warning[import-setting]: STATIC_URL leads to another",
        "STATIC_URL = 'f/{path}'|3:1: warning[import-setting]: links to static files lead to"
            + " 'f/{path}', and the files are '{path}'",
        "STATIC_SAVE_AS = ''|3:1: warning[import-setting]: STATIC_SAVE_AS is empty",
        "OUTPUT_SOURCES, OUTPUT_SOURCES_EXTENSION = True, ''|3:17: warning[import-setting]:"
            + " OUTPUT_SOURCES_EXTENSION is empty: no sources",
        "DEFAULT_PAGINATON = 5|3:1: warning[import-setting]: DEFAULT_PAGINATON is no setting of"
            + " Pelican's own\\n  hint: did you mean DEFAULT_PAGINATION?",
        "ARTCILE_URL = 'x'|3:1: warning[import-setting]: ARTCILE_URL is no setting of Pelican's"
            + " own\\n  hint: did you mean ARTICLE_URL?",
        "OUTPUT_PATH = 'public/'|3:1: warning[import-setting]: OUTPUT_PATH is 'public', where"
            + " Godwit publishes, too",
        "MY_OWN = 1|3:1: warning[import-setting]: MY_OWN is no setting of Pelican's own",
        "DIRECT_TEMPLATES = ['index', 'sitemap']|3:1: notice[import-unneeded]: the template"
            + " 'sitemap'",
        "PATH_METADATA = r'(?P<path_no_ext>.*)\\..*'|3:1: notice[import-unneeded]: PATH_METADATA",
        "import os; AUTHOR = os.environ.get('WRITER', 'Ann')|3:21: notice[import-unread]: what the"
            + " environment says is not known: 'Ann' is taken for WRITER",
        "PLUGINS = [f, 'sitemap']|3:12: warning[import-plugin]: PLUGINS: a plugin whose name"
      })
  void tells(String lines, String told) throws IOException {
    ImportResult result = Blog.read(temporary, lines);

    assertThat(Blog.told(result)).contains("pelicanconf.py:" + told.replace("\\n", "\n"));
    isTaken(result, temporary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SITENAME = 1|3:12: error[import-value]: SITENAME: text is expected, not 1\\n"
            + "  hint: correct it there, and import again",
        "PAGINATED_TEMPLATES = {'tag': '10'}|3:31: error[import-value]: PAGINATED_TEMPLATES: a"
            + " number from 0 on is expected, not the text '10'",
        "TIMEZONE = 'Europe/Pariss'|3:12: error[import-value]: TIMEZONE: unknown time zone",
        "TIMEZONE = None|3:12: error[import-value]: TIMEZONE: a name such as 'Europe/Paris' is"
            + " expected, not None",
        "DATE_FORMATS = 5|3:16: error[import-value]: DATE_FORMATS: a dict is expected, not 5",
        "DEFAULT_METADATA = ['a']|3:21: error[import-value]: DEFAULT_METADATA: a dict, or a name"
            + " and its value, is expected, not the text 'a'",
        "SLUG_REGEX_SUBSTITUTIONS = [('(?a)a', '')]|3:30: error[import-expression]: SLUG_REGEX",
        "X = [1,\\n<<<<<<< HEAD\\n2]|4:1: error[import-syntax]: two versions of the file are",
        "=======|3:1: error[import-syntax]: two versions of the file are merged here",
        "DEFAULT_PAGINATION = 'ten'|3:22: error[import-value]: DEFAULT_PAGINATION: a number from 0",
        "DEFAULT_PAGINATION = -1|3:22: error[import-value]: DEFAULT_PAGINATION: a number from 0",
        "DEFAULT_DATE = (2012, 13, 1)|3:16: error[import-value]: DEFAULT_DATE: there is no such",
        "ARTICLE_URL = '{slug'|3:1: error[import-value]: ARTICLE_URL: '{' without '}'",
        "SITENAME = '\\ud800'|3:12: error[import-value]: SITENAME: half of a surrogate pair",
        "DEFAULT_DATE = (2020,)|3:16: error[import-value]: DEFAULT_DATE: there is no such date",
        "FILENAME_METADATA = '(a'|3:21: error[import-expression]: FILENAME_METADATA: Java does not",
        "SLUG_REGEX_SUBSTITUTIONS = [('(?(1)a)', '')]|3:30: error[import-expression]: SLUG_REGEX",
        "ARTICLE_URL = '{date:%Q}/{slug}'|3:1: error[import-date-code]: ARTICLE_URL: there is no",
        "DEFAULT_DATE_FORMAT = '%d %Q'|3:23: error[import-date-code]: DEFAULT_DATE_FORMAT: there"
            + " is",
        "DATE_FORMATS = {'en': ('en_US', '%')}|3:33: error[import-date-code]: DATE_FORMATS: there"
            + " is",
        "DATE_FORMATS = {'en': ('tlh_QO', '%d')}|3:24: error[import-locale]: DATE_FORMATS: there"
            + " is",
        "LOCALE = 'xx_YY'|3:10: error[import-locale]: LOCALE: there is no locale 'xx_YY'",
        "X = Hello world|3:11: error[import-syntax]: this is not Python: 'world' stands here"
      })
  void refuses(String lines, String told) throws IOException {
    ImportResult result = Blog.read(temporary, lines.replace("\\n", "\n"));

    assertThat(result).isInstanceOf(ImportResult.Refused.class);
    assertThat(result.diagnostics())
        .extracting(Diagnostic::toString)
        .anySatisfy(
            text -> assertThat(text).startsWith("pelicanconf.py:" + told.replace("\\n", "\n")));
  }

  @Test
  void whatIsNotTakenOverIsNotCounted() throws IOException {
    assertThat(Blog.read(temporary, "THEME = 'x'\nPLUGINS = []\nAUTHOR = f()\nX = 1"))
        .extracting("settings")
        .isEqualTo(2);
    assertThat(Blog.read(temporary, "ARTICLE_URL = '{date.week}/{slug}'\nAUTHOR = 'x'"))
        .extracting("settings")
        .isEqualTo(3);
  }

  @Test
  void aFileInUtf16IsToBeConverted() throws IOException {
    Files.write(temporary.resolve("pelicanconf.py"), "X = 1\n".getBytes(StandardCharsets.UTF_16));

    assertThat(Blog.told(PelicanImport.read(temporary.toRealPath())))
        .contains("it is not UTF-8")
        .contains("hint: if it is UTF-16, convert it to UTF-8: iconv -f utf-16 -t utf-8");
  }

  @Test
  void whatCannotBeReadStandsThereAsAComment() throws IOException {
    assertThat(Blog.toml(Blog.read(temporary, "AUTHOR_FEED_ATOM = f'{x}'")))
        .contains(
            """
            # AUTHOR_FEED_ATOM could not be read; write what it says:
            # author-atom = "feeds/{slug}.atom.xml"
            """);
    assertThat(Blog.toml(Blog.read(temporary, "ARTICLE_URL = '{date.week}/{slug}'")))
        .contains("# Not taken over: urls.article")
        .contains("\n# article = \"{date.week}/{slug}\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for n in f():\n  EXTRA_PATH_METADATA[n] = {}",
        "EXTRA_PATH_METADATA.update({n: {} for n in f()})",
        "EXTRA_PATH_METADATA[f()] = {}"
      })
  void whatIsKnownOfADictIsTakenOver(String program) throws IOException {
    ImportResult result =
        Blog.read(temporary, "EXTRA_PATH_METADATA = {'a.txt': {'path': 'b.txt'}}\n" + program);

    assertThat(Blog.toml(result)).contains("[content.metadata.\"a.txt\"]\npath = \"b.txt\"\n");
    assertThat(Blog.told(result))
        .contains("warning[import-unread]: EXTRA_PATH_METADATA: an entry cannot be read, as it is");
  }

  @Test
  void aDictThatIsAComprehensionIsNotKnown() throws IOException {
    assertThat(Blog.told(Blog.read(temporary, "EXTRA_PATH_METADATA = {n: {} for n in f()}")))
        .contains("3:1: warning[import-unread]: EXTRA_PATH_METADATA cannot be read, as it is made");
  }

  @Test
  void aSiteWithoutItsAddressIsTold() throws IOException {
    assertThat(Blog.told(Blog.read(temporary, "del SITEURL")))
        .contains("pelicanconf.py: warning[import-setting]: SITEURL is not set: there will be no");
  }

  @Test
  void anAddressThatIsNoTextIsToldOnce() throws IOException {
    assertThat(Blog.told(Blog.read(temporary, "SITEURL = ['a']")))
        .isEqualTo(
            """
            pelicanconf.py:3:11: error[import-value]: SITEURL: text is expected, not a list
              hint: correct it there, and import again\
            """);
  }

  @Test
  void templatesAreToldOfByTheSettingThatNamesThem() throws IOException {
    assertThat(
            Blog.told(
                Blog.read(
                    temporary,
                    "DIRECT_TEMPLATES = ['index', 'more']\nTEMPLATE_PAGES = {'a.html': 'a.html'}")))
        .contains(
            "3:1: warning[import-setting]: DIRECT_TEMPLATES: the templates of these pages are to"
                + " be written anew: more.ftlh\n")
        .contains(
            "4:1: warning[import-setting]: TEMPLATE_PAGES: the templates of these pages are to be"
                + " written anew: a.ftlh\n");
    assertThat(
            Blog.told(
                Blog.read(temporary, "DIRECT_TEMPLATES = ['index', 'more']\nTEMPLATE_PAGES = {}")))
        .startsWith("pelicanconf.py:3:1: warning[import-setting]: DIRECT_TEMPLATES:");
  }

  @Test
  void foldersOfBothArticlesAndPagesAreTold() throws IOException {
    assertThat(Blog.told(Blog.read(temporary, "PAGE_PATHS = ['.']\nARTICLE_PATHS = ['.']")))
        .contains("pelicanconf.py:3:1: warning[import-setting]: PAGE_PATHS and ARTICLE_PATHS both")
        .contains("the whole content");
    assertThat(Blog.told(Blog.read(temporary, "PAGE_PATHS = ['p']\nARTICLE_PATHS = ['a']")))
        .isEmpty();
  }
}
