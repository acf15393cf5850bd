package godwit.content;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.Build;
import godwit.build.BuildListener;
import godwit.build.BuildResult;
import godwit.diagnostic.Diagnostic;
import godwit.testing.BuiltSite;
import godwit.testing.MemorySink;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files that a program turns into HTML: how it is run, and what becomes of what it prints.
class ConverterTest {
  private static final String PAGE =
      "<html><head><title>One</title><meta name=\"date\" content=\"2026-01-02\"></head>"
          + "<body><p>Text.</p></body></html>";

  @TempDir Path directory;

  /// A site whose `.adoc` files are read by a shell script.
  private TestSite site(String script) throws IOException {
    TestSite site =
        new TestSite(
            directory,
            """
            [site]
            title = "x"
            [readers.adoc]
            command = ["bin/convert", "a b", "$(touch /tmp/never)"]
            timeout = "1s"
            """);
    Path file = directory.resolve("bin/convert");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return site;
  }

  private static String only(TestSite site) throws IOException {
    List<Diagnostic> diagnostics = site.diagnostics();
    assertThat(diagnostics).hasSize(1);
    return diagnostics.getFirst().toString();
  }

  @Test
  void itRunsWithoutAShellInTheFilesFolderWithTheTextOnItsInput() throws IOException {
    BuiltSite built =
        site("echo '<title>T</title><meta name=date content=2026-01-02><body>'"
                + "\"<pre>$#,$1,$2,$(cat),${PWD##*/}</pre></body>\"")
            .article("deep/one.adoc", "= ä\r\nTwo")
            .build();

    assertThat(built.text("t.html")).contains("<pre>2,a b,$(touch /tmp/never),= ä\nTwo,deep</pre>");
    assertThat(Path.of("/tmp/never")).doesNotExist();
  }

  @Test
  void aControlCharacterInWhatItPrintsIsNoMark() throws IOException {
    BuiltSite built =
        site("printf '<title>T</title><meta name=date content=2026-01-02><body>a\\001b</body>'")
            .article("one.adoc", "= T")
            .build();

    assertThat(built.text("t.html")).contains("a\uFFFDb");
  }

  @Test
  void keywordsAreTagsWhereNothingElseIs() throws IOException {
    BuiltSite built =
        site("echo '<title>T</title><meta name=\"generator\" content=\"Asciidoctor 2\">"
                + "<meta name=\"keywords\" content=\"a, b\"><meta name=date content=2026-01-02>"
                + "<body>x</body>'")
            .article("one.adoc", "= T")
            .build();

    assertThat(built.site().articles().getFirst().frontMatter().tags()).containsExactly("a", "b");
    assertThat(built.site().articles().getFirst().frontMatter().metadata().text("generator"))
        .isNull();
  }

  @Test
  void anExitCodeIsAnErrorAtTheFile() throws IOException {
    String told = only(site("echo no luck >&2; exit 3").article("one.adoc", "= T"));

    assertThat(told)
        .startsWith("content/one.adoc: error[converter]: '")
        .contains("exit code 3; it printed last: no luck")
        .contains("hint: run it by hand");
  }

  @Test
  @Timeout(20)
  void whatTakesTooLongIsStopped() throws IOException {
    String told = only(site("echo $$ >" + directory + "/pid; sleep 60").article("one.adoc", "= T"));

    assertThat(told).contains("error[converter]").contains("it was stopped after 1 s");
    long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aProgramThatIsNotThereIsToldOnceAtItsSetting() throws IOException {
    TestSite site = site("").article("one.adoc", "= T").article("two.adoc", "= T");
    Files.delete(directory.resolve("bin/convert"));

    assertThat(only(site))
        .startsWith("godwit.toml:4:11: error[converter]: '")
        .contains("bin/convert': it cannot be run: No such file or directory")
        .contains("hint: install it");
  }

  @Test
  void nothingAndWhatIsNotUtf8AreErrors() throws IOException {
    assertThat(only(site("").article("one.adoc", "= T"))).contains("it printed nothing");
    assertThat(only(site("printf '<title>\\344</title>'").article("one.adoc", "= T")))
        .contains("what it printed is not UTF-8");
  }

  @Test
  void messagesStandAtTheirLines() throws IOException {
    List<Diagnostic> diagnostics =
        site("echo '"
                + PAGE
                + "'; {"
                + " echo 'asciidoctor: WARNING: <stdin>: line 2: out of sequence';"
                + " echo '<stdin>:3: (ERROR/3) Unknown thing'; echo '  of mine.'; echo;"
                + " echo '.. thing::'; echo 'x.inc:9: (INFO/1) So so.';"
                + " echo '<stdin>:77: (WARNING/2) '; } >&2")
            .article("one.adoc", "= T\n\nx\n")
            .diagnostics();

    assertThat(diagnostics)
        .extracting(Diagnostic::toString)
        .containsExactly(
            "content/one.adoc: warning[converter]: the converter warns, without words",
            "content/one.adoc: notice[converter]: x.inc:9: So so.",
            "content/one.adoc:2:1: warning[converter]: out of sequence",
            "content/one.adoc:3:1: error[converter]: Unknown thing of mine.");
  }

  @Test
  void linesThatAreNoMessagesAreAWarning() throws IOException {
    assertThat(only(site("echo '" + PAGE + "'; echo hm >&2").article("one.adoc", "= T")))
        .isEqualTo("content/one.adoc: warning[converter]: hm");
  }

  @Test
  void anUnchangedFileIsNotConvertedAgain() throws IOException {
    TestSite site =
        site("echo x >>" + directory + "/runs; echo '" + PAGE + "'").article("one.adoc", "= T");
    DocumentCache cache = new DocumentCache(site.config());
    MemorySink first = build(cache);
    MemorySink second = build(cache);

    assertThat(Files.readString(directory.resolve("runs"))).isEqualTo("x\n");
    assertThat(page(second)).isEqualTo(page(first)).contains("<p>Text.</p>");
    site.article("one.adoc", "= U");
    build(cache);
    assertThat(Files.readString(directory.resolve("runs"))).isEqualTo("x\nx\n");
  }

  private static MemorySink build(DocumentCache cache) throws IOException {
    MemorySink sink = new MemorySink();
    BuildResult result = new Build(cache, TestSite.AS_OF, 2, BuildListener.none()).run(sink);
    assertThat(result.diagnostics()).isEmpty();
    return sink;
  }

  private static String page(MemorySink sink) {
    return new String(Objects.requireNonNull(sink.files().get("one.html")), StandardCharsets.UTF_8);
  }

  /// Each of eight takes 300 ms; four at a time need 600.
  @Test
  void severalAreConvertedAtATime() throws IOException {
    TestSite site =
        site(
            "cat >/dev/null; mkdir "
                + directory
                + "/now/$$; ls "
                + directory
                + "/now | wc -l >>"
                + directory
                + "/counts; sleep 0.3; rmdir "
                + directory
                + "/now/$$; echo '<title>'$$'</title><meta name=date content=2026-01-02>"
                + "<body>x</body>'");
    Files.createDirectories(directory.resolve("now"));
    for (int i = 0; i < 8; i++) {
      site.article(i + ".adoc", "= T");
    }
    long start = System.nanoTime();
    site.run(new MemorySink(), 4);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(Files.readAllLines(directory.resolve("counts")))
        .hasSize(8)
        .contains("4")
        .doesNotContain("5");
  }

  @Test
  void withoutAProgramTheFilesAreTold() throws IOException {
    TestSite site =
        new TestSite(directory, "[site]\ntitle = \"x\"\n")
            .article("one.md", "Title: One\nDate: 2026-01-02\n\nText.")
            .article("b.rst", "B\n=\n")
            .article("a.rst", "A\n=\n")
            .article("images/c.rst", "C\n=\n");

    assertThat(only(site))
        .startsWith("content/a.rst: warning[no-reader]: reStructuredText is not read, so 2")
        .contains("[readers.rst] command = [\"rst2html5\"]");
  }
}
