package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bad input by the commands themselves: each mistake has its place, and nothing is written.
class BadSiteCliTest {
  @TempDir Path temporary;
  private Path site;

  @BeforeEach
  void makeSite() throws IOException {
    site = temporary.toRealPath();
  }

  private void file(String name, String text) throws IOException {
    Path file = site.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void article(String name, String fields) throws IOException {
    file("content/" + name, "Title: " + name + "\nDate: 2026-01-02\n" + fields + "\n\nText.\n");
  }

  private Cli imported() {
    Cli told = Cli.run("import", "pelican", site.toString()).without(site);
    assertThat(told.exitCode()).as(told.err()).isEqualTo(2);
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).endsWith("nothing is written\n");
    assertThat(site.resolve("godwit.toml")).doesNotExist();
    return told;
  }

  /// The names of the files in a directory; none where there is no such directory.
  private static List<String> left(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> left = Files.walk(directory)) {
      return left.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    }
  }

  /// Builds and publishes a site that neither can be done with.
  private String refused(String settings) throws IOException {
    file("godwit.toml", "[site]\ntitle = \"x\"\n" + settings);
    Path output = site.resolve("out");
    boolean isNew = !Files.exists(output);
    Cli built = Cli.run("build", "--site", site.toString(), "--output", output.toString());
    Cli published = Cli.run("publish", "--site", site.toString());

    assertThat(built.exitCode()).as(built.err()).isOne();
    assertThat(published.exitCode()).as(published.err()).isOne();
    assertThat(site.resolve("public/html")).doesNotExist();
    assertThat(left(output)).isEqualTo(isNew ? List.of() : List.of(".godwit-build"));
    return built.without(site).err();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<?php echo 1; ?>|pelicanconf.py:1:2: error[import-syntax]",
        "X = [1, 2\\nY = 3|error[import-syntax]",
        "X = (1\\n  = 2|error[import-syntax]",
        "SITENAME = 'x'\\nFILENAME_METADATA = '(?P<date>['|pelicanconf.py:2:21: error[import-e",
        "PATH_METADATA = '(a)(?(1)b)'|pelicanconf.py:1:17: error[import-expression]",
        "SLUG_REGEX_SUBSTITUTIONS = [('(', '')]|pelicanconf.py:1:30: error[import-expression]",
        "ARTICLE_URL = '{date:%!}/{slug}.html'|pelicanconf.py:1:1: error[import-date-code]",
        "DEFAULT_DATE_FORMAT = '%Q'|pelicanconf.py:1:23: error[import-date-code]",
        "DATE_FORMATS = {'de': ('xx_YY', '%d')}|pelicanconf.py:1:24: error[import-locale]",
        "LOCALE = ['xx_YY', 'yy_ZZ']|pelicanconf.py:1:10: error[import-locale]",
        "from loop import *|loop.py:1:1: error[import-circular]"
      })
  void settingsThatCannotBeTakenOver(String program, String told) throws IOException {
    file("loop.py", "from loop2 import *\n");
    file("loop2.py", "from loop import *\n");
    file("pelicanconf.py", program.replace("\\n", "\n") + "\n");

    assertThat(imported().err()).contains(told.replace("loop.py:", "loop2.py:"));
  }

  @Test
  void whatPythonWritesInAnotherWayIsTranslated() throws IOException {
    file(
        "pelicanconf.py",
        "SITENAME = 'x'\nSITEURL = 'https://a.example'\n"
            + "FILENAME_METADATA = r'(?u)(?P<date>\\d{4}-\\d\\d-\\d\\d)_(?P<slug>.*)'\n");
    Cli told = Cli.run("import", "pelican", site.toString());

    assertThat(told.exitCode()).as(told.err()).isZero();
    article("2026-01-02_one.md", "");
    assertThat(Cli.run("check", "--site", site.toString()).exitCode()).isZero();
  }

  @Test
  void aTagThatIsLongerThanAFilesName() throws IOException {
    article("one.md", "Tags: short, " + "a".repeat(300));

    assertThat(refused(""))
        .startsWith("content/one.md:3:7: error[output-path]: the tag cannot be a file: ")
        .contains("hint: choose a shorter name");
  }

  /// 251 bytes of UTF-8 and `.html` are too long, where 250 are not.
  @Test
  void lengthsAreInBytes() throws IOException {
    article("one.md", "Tags: " + "ä".repeat(126));
    assertThat(refused("[slugs]\nunicode = true\n"))
        .startsWith("content/one.md:3:7: error[output-path]: the tag cannot be a file: ");

    article("one.md", "Tags: " + "ä".repeat(125));
    assertThat(Cli.run("check", "--site", site.toString()).exitCode()).isZero();
  }

  @Test
  void anArticleWhoseNameIsTooLong() throws IOException {
    article("one.md", "Slug: " + "b".repeat(300));

    assertThat(refused("")).startsWith("content/one.md:3:7: error[output-path]: ");
  }

  /// The address is whole, but not with the number of a page in it.
  @Test
  void aListWhoseSecondPageHasNoName() throws IOException {
    for (int i = 0; i < 2; i++) {
      article(i + ".md", "Tags: " + "c".repeat(250));
    }

    assertThat(refused("[pagination]\nsize = 1\npattern = \"{name}{number}{extension}\"\n"))
        .contains("error[output-path]: a page of the list cannot be a file: ")
        .contains("hint: choose a shorter name");
  }

  @Test
  void whatIsAFileForOneAndADirectoryForAnother() throws IOException {
    article("one.md", "Tags: q");

    assertThat(refused("[urls]\ncategory = \"archives.html/{slug}.html\"\n"))
        .contains("error[output-directory]: 'archives.html' is a file for the archives and a");
    assertThat(refused("[urls]\ntag = \"theme/css/main.css/{slug}.html\"\n"))
        .contains("error[output-directory]: 'theme/css/main.css' is a file for");
  }

  @Test
  void aPatternOfManyStarsTakesNoTime() throws IOException {
    article("a".repeat(200) + ".md", "");

    assertThat(refused("[content]\nignore = [\"" + "*a".repeat(30) + "b\", \"*.md\"]\n"))
        .contains("error[no-content]");
  }

  @Test
  void anExpressionThatTakesTooLongOnAName() throws IOException {
    article("a".repeat(150) + ".md", "");

    assertThat(refused("[content]\nfilename-metadata = '(.*)*(.*)*(.*)*(.*)*(.*)*x'\n"))
        .startsWith("content/aaa")
        .contains(".md: error[endless]: the expression '(.*)*(.*)*(.*)*(.*)*(.*)*x' takes too many")
        .contains("hint: simplify content.filename-metadata");
  }

  @Test
  void tenThousandTags() throws IOException {
    String tags =
        IntStream.range(0, 10_000).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
    article("one.md", "Tags: " + tags);
    file("godwit.toml", "[site]\ntitle = \"x\"\n");
    Path output = site.resolve("out");
    Cli built = Cli.run("build", "--site", site.toString(), "--output", output.toString());

    assertThat(built.exitCode()).as(built.err()).isZero();
    assertThat(output.resolve("tag/t9999.html")).exists();
  }

  @Test
  void tagsThatDifferByCase() throws IOException {
    article("one.md", "Tags: Wader");
    article("two.md", "Tags: wader");

    assertThat(refused("[slugs]\npreserve-case = true\n"))
        .contains("error[output-twice]: 'tag/wader.html' is wanted by the tag 'wader'")
        .contains("'Wader'")
        .contains("hint: many file systems take these for one name: write the name in one way");
  }

  @Test
  void filesThatDifferByCaseOrByNormalForm() throws IOException {
    article("one.md", "");
    file("content/images/A.png", "1");
    file("content/images/a.png", "2");
    file("content/images/" + Normalizer.normalize("é", Normalizer.Form.NFC) + ".png", "3");
    file("content/images/" + Normalizer.normalize("é", Normalizer.Form.NFD) + ".png", "4");

    List<String> told = refused("").lines().filter(line -> line.contains("error[")).toList();
    assertThat(told).hasSize(2);
    assertThat(told.getFirst()).startsWith("content/images/a.png: error[output-twice]: ");
    assertThat(told.getLast())
        .startsWith("content/images/")
        .contains(".png: error[output-twice]: there are two files of this name");
  }

  @Test
  void articlesThatDifferByCase() throws IOException {
    article("one.md", "Slug: One");
    article("two.md", "Slug: one");

    assertThat(refused(""))
        .startsWith("content/two.md:3:7: error[output-twice]: ")
        .contains("give one of them another slug");
  }

  @Test
  void whatWasBuiltBeforeIsGoneAndNothingHalfIsThere() throws IOException {
    article("one.md", "");
    file("godwit.toml", "[site]\ntitle = \"x\"\n");
    Path output = site.resolve("out");
    assertThat(Cli.run("build", "--site", site.toString(), "-o", output.toString()).exitCode())
        .isZero();
    article("two.md", "Status: nonsense");

    assertThat(refused("")).startsWith("content/two.md:3:9: error[status]");
    Files.delete(site.resolve("content/two.md"));
    assertThat(Cli.run("build", "--site", site.toString(), "-o", output.toString()).exitCode())
        .isZero();
    assertThat(output.resolve("onemd.html")).exists();
  }
}
