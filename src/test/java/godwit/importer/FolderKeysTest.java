package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the settings that name folders, and of the files in these.
class FolderKeysTest {
  @TempDir Path temporary;

  private void content(String... files) throws IOException {
    for (String file : files) {
      Path path = temporary.resolve("content").resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "x");
    }
  }

  @Test
  void hiddenFilesThatServersReadAreNamedAndTheOthersTold() throws IOException {
    content(
        "extra/.htaccess",
        "extra/.nojekyll",
        "extra/.env",
        "extra/.ssh/id",
        "extra/.#lock",
        "extra/.well-known/x",
        "extra/sub/.domains",
        "extra/out/.htaccess",
        "extra/named/.gitkeep",
        "other/.htaccess");
    ImportResult result =
        Blog.read(
            temporary,
            """
            STATIC_PATHS = ['extra']
            STATIC_EXCLUDES = ['extra/out']
            EXTRA_PATH_METADATA = {'extra/named/.gitkeep': {'path': 'keep'}}\
            """);

    assertThat(Blog.toml(result))
        .contains(
            "static = [\"extra\", \"extra/.htaccess\", \"extra/.nojekyll\","
                + " \"extra/sub/.domains\"]\n");
    assertThat(Blog.told(result))
        .isEqualTo(
            """
            pelicanconf.py:3:1: warning[import-content]: hidden files, keys and \
            backups are not published: content/extra/.env, content/extra/.ssh/
              hint: name those in content.static that everybody may read\
            """);
  }

  /// Those of the list that the scan of the content has, too.
  @Test
  void keysAndBackupsAreTold() throws IOException {
    content(
        "files/a.key", "files/b.pem", "files/c.txt~", "files/#d#", "files/old.bak/e", "files/f");

    assertThat(Blog.told(Blog.read(temporary, "STATIC_PATHS = ['files']")))
        .isEqualTo(
            """
            pelicanconf.py:3:1: warning[import-content]: hidden files, keys and backups are not \
            published: content/files/#d#, content/files/a.key, content/files/b.pem, \
            content/files/c.txt~, content/files/old.bak/
              hint: name those in content.static that everybody may read\
            """);
  }

  @Test
  void whatIsNamedIsPublished() throws IOException {
    content("files/a.key", "files/old.bak/e.pem", "x/.y/z", "x/.y/.z");

    assertThat(
            Blog.told(
                Blog.read(
                    temporary, "STATIC_PATHS = ['files', 'files/a.key', 'files/old.bak', 'x/.y']")))
        .isEmpty();
  }

  /// Pelican writes all files of the folder to the one name.
  @Test
  void aPlaceForAFolderOfStaticFilesIsTold() throws IOException {
    content("extra/icons/f.ico", "extra/robots.txt", "posts/a.md");
    String settings =
        """
        STATIC_PATHS = ['extra']
        EXTRA_PATH_METADATA = {'extra/icons/': {'path': 'f.ico'}, 'extra': {'lang': 'de'},
          'extra/robots.txt': {'path': 'robots.txt'}, 'posts': {'save_as': 'x'}}\
        """;

    assertThat(Blog.told(Blog.read(temporary, settings)))
        .isEqualTo(
            """
            pelicanconf.py:4:24: warning[import-setting]: EXTRA_PATH_METADATA: 'extra/icons' is a \
            folder, whose files Pelican writes to the one 'f.ico', and Godwit where they would be \
            without it
              hint: name each file: [content.metadata."extra/icons/…"]\
            """);
    assertThat(
            Blog.told(
                Blog.read(temporary, "EXTRA_PATH_METADATA = {'extra': {'save_as': 'f.ico'}}")))
        .isEmpty();
  }

  @Test
  void hiddenTextsAreTold() throws IOException {
    content(
        "a.md",
        ".hid.md",
        ".#lock.md",
        ".git/config",
        ".drafts/b.rst",
        "images/.c.txt",
        "old/.d.md",
        "pages/.e.html",
        "pages/.f.txt");
    String settings = "ARTICLE_EXCLUDES = ['old']\nSTATIC_PATHS = ['files']";

    assertThat(Blog.told(Blog.read(temporary, settings)))
        .contains(
            """
            warning[import-content]: hidden texts are not published: content/.drafts/b.rst, \
            content/.hid.md
              hint: rename those that everybody may read, or the folders that they are in
            """)
        .contains("hidden texts are not published: content/pages/.e.html\n")
        .doesNotContain("lock", "old/", "txt");
  }

  @Test
  void ignoredNamesAreNotHiddenFiles() throws IOException {
    content("images/.a", "images/.[b", "images/.c/d", "images/.e");
    String settings = "IGNORE_FILES = ['.a', '.[b', '.c*', '.e']";

    assertThat(Blog.told(Blog.read(temporary, settings))).isEmpty();
  }

  @Test
  void fewHiddenFilesAreNamed() throws IOException {
    content(
        List.of("1", "2", "3", "4", "5", "6", "7").stream()
            .map(name -> "images/." + name)
            .toArray(String[]::new));

    assertThat(Blog.told(Blog.read(temporary, "")))
        .contains("content/images/.5 and 2 more\n")
        .startsWith("pelicanconf.py: warning[import-content]");
  }

  /// A test in Pelican: its settings become each other's excludes.
  @Test
  void whatIsExcludedFromPagesIsNoArticleEither() throws IOException {
    String settings = "PAGE_EXCLUDES = ['pages/not']\nARTICLE_EXCLUDES = ['old']";

    assertThat(Blog.toml(Blog.read(temporary, settings)))
        .contains("article-excludes = [\"old\", \"pages\"]\n")
        .contains("page-excludes = [\"pages/not\"]\n");
  }

  @Test
  void onlyFoldersAreExcluded() throws IOException {
    content("images/a.png", "images/b/c.png");
    ImportResult result =
        Blog.read(temporary, "STATIC_EXCLUDES = ['images/a.png', 'images/b', 'images/none']");

    assertThat(Blog.toml(result)).contains("static-excludes = [\"images/b\", \"images/none\"]\n");
    assertThat(Blog.told(result))
        .isEqualTo(
            """
            pelicanconf.py:3:20: warning[import-setting]: STATIC_EXCLUDES: 'images/a.png' is a file, \
            and Pelican excludes folders only
              hint: add it to content.static-excludes in godwit.toml, where files count, if it is \
            meant\
            """);
  }
}
