package godwit.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bad input that no [FixtureSite] can hold: permissions, symlinks, empty directories, other
/// encodings.
class BadInputTest {
  private static final String ARTICLE = "Title: %s\nDate: 2026-01-01\n\nText.\n";

  @TempDir Path site;

  @BeforeEach
  void makeSite() throws IOException {
    FixtureSite.copyCommon(site);
    write("content/a.md", ARTICLE.formatted("A"));
  }

  @Test
  void whatMayNotBeReadIsNamed() throws Exception {
    write("content/b.md", ARTICLE.formatted("B"));
    write("content/closed/c.md", ARTICLE.formatted("C"));
    write("content/images/i.png", "i");
    write("content/listed-only/d.md", ARTICLE.formatted("D"));
    write("templates/page.ftlh", "page");
    write("content/pages/p.md", "Title: P\n\nText.\n");
    write("templates/assets/closed/x.css", "x");
    write("templates/assets/own.css", "x");
    permit("content/b.md", "---------");
    permit("content/closed", "---------");
    permit("content/images/i.png", "-w-------");
    permit("content/listed-only", "r--------");
    permit("templates/page.ftlh", "---------");
    permit("templates/assets/closed", "---------");
    permit("templates/assets/own.css", "---------");
    try {
      assertThat(BuildProcess.messages(site))
          .isEqualTo(
              """
              content/b.md: error[unreadable]: no permission to read the file
                hint: let the user that runs godwit read it
              content/closed: error[unreadable]: no permission to read it
                hint: let the user that runs godwit read it
              content/images/i.png: error[unreadable]: no permission to read the file
                hint: let the user that runs godwit read it
              content/listed-only/d.md: error[unreadable]: no permission to read it
                hint: let the user that runs godwit read it
              templates/assets/closed: error[unreadable]: no permission to read it
                hint: let the user that runs godwit read it
              templates/assets/own.css: error[unreadable]: no permission to read the file
                hint: let the user that runs godwit read it
              templates/page.ftlh: error[unreadable]: the template cannot be read: no permission (rendering content/pages/p.md)
                hint: let the user that runs godwit read it
              """);
    } finally {
      permit("content/closed", "rwx------");
      permit("content/listed-only", "rwx------");
      permit("templates/assets/closed", "rwx------");
    }
  }

  @Test
  void templatesThatMayNotBeReadDoNotYieldToTheDefaultTheme() throws Exception {
    permit("templates", "---------");
    try {
      assertThat(BuildProcess.messages(site))
          .isEqualTo(
              """
              templates: error[unreadable]: no permission to read it
                hint: let the user that runs godwit read it
              """);
    } finally {
      permit("templates", "rwx------");
    }
  }

  @Test
  void aTemplateThatIsASymlinkToTheOutsideIsToldAsSuch() throws IOException {
    Files.createSymbolicLink(
        site.resolve("templates/own.ftlh"), Files.writeString(site.resolve("far.ftlh"), "far"));
    write("content/b.md", "Title: B\nDate: 2026-01-01\nTemplate: own\n\nText.\n");

    assertThat(messages())
        .isEqualTo(
            """
            content/b.md:3:11: error[template-missing]: templates/own.ftlh is a symlink that leads out of templates/
              hint: put the file itself there, or let content.templates name the directory that it is in
            """);
  }

  @Test
  void aNameThatIsNotUtf8IsNamed() throws Exception {
    Process made =
        new ProcessBuilder(
                "sh",
                "-c",
                "for f in content/images/x$(printf '\\377').png content/y$(printf '\\377').md; do"
                    + " mkdir -p content/images; printf 'Title: Y\\n\\nText.\\n' > $f; done")
            .directory(site.toFile())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();

    assertThat(messages())
        .isEqualTo(
            """
            content/images/x\uFFFD.png: error[encoding]: the file's name is not UTF-8
              hint: rename it; where it is UTF-8, set a UTF-8 locale, such as LC_ALL=C.UTF-8
            content/y\uFFFD.md: error[encoding]: the file's name is not UTF-8
              hint: rename it; where it is UTF-8, set a UTF-8 locale, such as LC_ALL=C.UTF-8
            """);
  }

  @Test
  void contentThatMayNotBeReadIsNotEmpty() throws Exception {
    permit("content", "---------");
    try {
      assertThat(BuildProcess.messages(site))
          .isEqualTo(
              """
              content: error[unreadable]: no permission to read it
                hint: let the user that runs godwit read it
              """);
    } finally {
      permit("content", "rwx------");
    }
  }

  @Test
  void otherEncodingsAreErrorsAtTheirFirstByte() throws IOException {
    write("content/b.md", "Title: Café\nDate: 2026-01-01\n", ISO_8859_1);
    write("content/c.html", "<title>C</title>\n<p>x</p><p>\u00FF</p>", ISO_8859_1);
    write("content/d.md", ARTICLE.formatted("D"), UTF_16);
    write("templates/page.ftlh", "\n  \u00E9", ISO_8859_1);
    write("content/pages/p.md", "Title: P\n\nText.\n");

    assertThat(messages())
        .isEqualTo(
            """
            content/b.md:1:11: error[encoding]: the file is not UTF-8
              hint: convert it, for example with: iconv -f ISO-8859-1 -t UTF-8
            content/c.html:2:12: error[encoding]: the file is not UTF-8
              hint: convert it, for example with: iconv -f ISO-8859-1 -t UTF-8
            content/d.md:1:1: error[encoding]: the file is not UTF-8
              hint: convert it, for example with: iconv -f UTF-16 -t UTF-8
            templates/page.ftlh:2:3: error[encoding]: the template is not UTF-8 (rendering content/pages/p.md)
              hint: convert it, for example with: iconv -f ISO-8859-1 -t UTF-8
            """);
  }

  @Test
  void symlinksThatLeadNowhereAreErrors() throws IOException {
    Path content = site.resolve("content");
    Files.createSymbolicLink(content.resolve("gone.md"), Path.of("nothing.md"));
    Files.createSymbolicLink(content.resolve("itself"), Path.of("itself"));
    Files.createSymbolicLink(content.resolve("up"), Path.of(".."));
    Files.createSymbolicLink(content.resolve(".#editor-lock.md"), Path.of("ann@host:1"));

    assertThat(messages())
        .isEqualTo(
            """
            content/gone.md: error[symlink]: this symlink leads nowhere, or to itself
              hint: remove it, or let it name a file that is there
            content/itself: error[symlink]: this symlink leads nowhere, or to itself
              hint: remove it, or let it name a file that is there
            content/up: error[symlink-loop]: this symlink leads back to a directory above it
              hint: remove it
            """);
  }

  @Test
  void symlinksToFilesAndDirectoriesAreFollowed() throws IOException {
    write("elsewhere/b.md", ARTICLE.formatted("B"));
    Files.createSymbolicLink(site.resolve("content/notes"), Path.of("../elsewhere"));
    Files.createSymbolicLink(site.resolve("content/c.md"), Path.of("a.md"));

    assertThat(messages())
        .isEqualTo(
            """
            content/c.md:1:8: error[output-twice]: 'a.html' is wanted by content/c.md and by content/a.md
              hint: give one of them another slug or save_as
            """);
  }

  @Test
  void emptyContentIsAnError() throws IOException {
    Files.delete(site.resolve("content/a.md"));

    assertThat(messages())
        .isEqualTo(
            """
            content: error[no-content]: there is no article and no page
              hint: write one with: godwit new "Notes from the coast"
            """);
  }

  @Test
  void whatATerminalObeysIsNotPrinted() throws IOException {
    write("content/b.md", "Title: B\nDate: 2026-01-01\nStatus: \u001B[31mred\u009B\n");

    assertThat(messages())
        .isEqualTo(
            """
            content/b.md:3:9: error[status]: unknown status '\uFFFD[31mred\uFFFD'
              hint: use published, draft, hidden or skip
            """);
  }

  private String messages() throws IOException {
    SiteRun run = SiteRun.of(site);
    assertThat(run.isBuilt()).isFalse();
    return run.messages();
  }

  private void write(String path, String text) throws IOException {
    write(path, text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private void write(String path, String text, Charset charset) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, charset);
  }

  private void permit(String path, String permissions) throws IOException {
    Files.setPosixFilePermissions(site.resolve(path), PosixFilePermissions.fromString(permissions));
  }
}
