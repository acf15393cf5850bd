package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `godwit import pelican`.
class ImportPelicanTest {
  @TempDir Path temporary;
  private Path blog;

  @BeforeEach
  void makeBlog() throws IOException {
    blog = temporary.toRealPath();
    Files.writeString(
        blog.resolve("pelicanconf.py"),
        "SITENAME = 'Flock'\nSITEURL = ''\nTHEME = 'mine'\nPLUGINS = ['sitemap']\n");
    Files.writeString(
        blog.resolve("publishconf.py"),
        "from pelicanconf import *\nSITEURL = 'https://example.org'\n");
  }

  private Cli importing(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "import";
    arguments[1] = "pelican";
    arguments[2] = blog.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Cli.run(arguments).without(blog);
  }

  @Test
  void makesASiteThatCanBeChecked() throws IOException {
    Files.createDirectories(blog.resolve("content"));
    Files.writeString(
        blog.resolve("content/one.md"), "Title: One\nDate: 2026-01-02\n\n[x](nowhere.html)\n");

    assertThat(importing())
        .isEqualTo(
            new Cli(
                0,
                """
                Made godwit.toml of 2 settings in pelicanconf.py and publishconf.py
                  it is:     DIR/godwit.toml
                  look at:   1 warning above
                  try it:    godwit check --site DIR
                """,
                """
                pelicanconf.py:3:1: warning[import-setting]: THEME has no counterpart
                  hint: Jinja themes are not converted; begin with Godwit's theme and override its templates, as 'Override a template' in the manual says
                pelicanconf.py:4:12: notice[import-unneeded]: the plugin 'sitemap' is not needed
                  hint: Godwit writes sitemap.xml by itself
                """));
    assertThat(blog.resolve("godwit.toml"))
        .content()
        .startsWith("# Made by 'godwit import pelican' from pelicanconf.py and publishconf.py.\n")
        .contains("\n[site]\ntitle = \"Flock\"\nurl = \"https://example.org\"\n");
  }

  @Test
  void neverWritesOverAFile() throws IOException {
    Files.writeString(blog.resolve("godwit.toml"), "mine");

    assertThat(importing())
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                godwit.toml: error[import-file]: it is there already
                  hint: move it away or delete it, then import again
                1 error; nothing is written
                """));
    isToldPrograms("godwit.toml");
    assertThat(blog.resolve("godwit.toml")).hasContent("mine");

    Files.delete(blog.resolve("godwit.toml"));
    Files.createSymbolicLink(blog.resolve("godwit.toml"), blog.resolve("elsewhere"));
    assertThat(importing().exitCode()).isEqualTo(2);
    assertThat(blog.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void writesNothingIfTheSettingsAreWrong() throws IOException {
    Files.writeString(
        blog.resolve("pelicanconf.py"), "SITENAME = 'Flock'\nTIMEZONE = 'x'\nLOCALE = 'xx_YY'\n");

    assertThat(importing())
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                pelicanconf.py:2:12: error[import-value]: TIMEZONE: unknown time zone 'x'
                  hint: write one like Europe/Paris or UTC
                pelicanconf.py:3:10: error[import-locale]: LOCALE: there is no locale 'xx_YY'
                  hint: a locale is like fr_FR.UTF-8; 'locale -a' lists some
                2 errors; nothing is written
                """));
    assertThat(blog.resolve("godwit.toml")).doesNotExist();

    Files.writeString(blog.resolve("pelicanconf.py"), "SITENAME = 'Flock\n");
    assertThat(importing())
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                pelicanconf.py:1:12: error[import-syntax]: the string is not closed
                  hint: add ' at its end
                1 error; nothing is written
                """));
    assertThat(blog.resolve("godwit.toml")).doesNotExist();
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Files.delete(blog.resolve("pelicanconf.py"));

    assertThat(importing())
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                pelicanconf.py: error[import-file]: there is no such file
                  hint: name the directory of the blog: godwit import pelican DIRECTORY
                1 error; nothing is written
                """));
    isToldPrograms("pelicanconf.py");
    assertThat(Cli.run("import", "pelican", "/nowhere/at/all"))
        .isEqualTo(Cli.wrongUsage("import pelican", "there is no directory /nowhere/at/all"));
    assertThat(Cli.run("import", "hugo").err())
        .startsWith("godwit: godwit import has no command 'hugo'\n");
    Cli bare = Cli.run("import");
    assertThat(bare.exitCode()).isEqualTo(2);
    assertThat(bare.err()).startsWith("Usage: godwit import ").contains("pelican");
  }

  private void isToldPrograms(String file) {
    Cli refused = importing("--json");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).isEmpty();
    assertThat(refused.json().getString("result")).isEqualTo("error");
    assertThat(refused.json().getString("reason")).isEqualTo("import");
    JSONObject wrong = refused.json().getJSONArray("diagnostics").getJSONObject(0);
    assertThat(wrong.getString("code")).isEqualTo("import-file");
    assertThat(wrong.getString("file")).isEqualTo(file);
  }

  @Test
  void saysWhoMustBeAbleToWrite() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root")); // who may write everywhere
    Files.setPosixFilePermissions(blog, PosixFilePermissions.fromString("r-xr-xr-x"));

    assertThat(importing().err())
        .contains("godwit.toml: error[import-file]: it cannot be written: AccessDeniedException\n")
        .contains("  hint: let the user that runs Godwit write in DIR, then import again\n");
    isToldPrograms("godwit.toml");
    Files.setPosixFilePermissions(blog, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void tellsPrograms() {
    Cli told = importing("--json");

    assertThat(told.err()).isEmpty();
    assertThat(told.json().keySet())
        .containsExactlyInAnyOrder("result", "site", "file", "read", "settings", "diagnostics");
    assertThat(told.json().getJSONArray("diagnostics").getJSONObject(0).getString("code"))
        .isEqualTo("import-setting");
    assertThat(Cli.run("import", "pelican", "--json", "/proc/self").exitCode()).isEqualTo(2);
  }

  @Test
  void isQuietIfToldTo() {
    assertThat(importing("--quiet"))
        .isEqualTo(
            new Cli(
                0,
                "",
                """
                pelicanconf.py:3:1: warning[import-setting]: THEME has no counterpart
                  hint: Jinja themes are not converted; begin with Godwit's theme and override its templates, as 'Override a template' in the manual says
                """));
  }

  @Test
  void helpShowsAnExample() {
    Cli help = Cli.run("import", "pelican", "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .startsWith("Usage: godwit import pelican")
        .contains("\n  godwit import pelican ~/blog\n");
    assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }
}
