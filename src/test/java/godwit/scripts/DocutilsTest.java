package godwit.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.BuildResult;
import godwit.config.Status;
import godwit.diagnostic.Diagnostic;
import godwit.site.Article;
import godwit.site.Entry;
import godwit.site.Term;
import godwit.testing.BuiltSite;
import godwit.testing.MemorySink;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// reStructuredText by the converters of Docutils itself.
class DocutilsTest {
  private static final String POST =
      """
      Notes & *queries*
      #################

      :date: 2010-10-03 10:20
      :modified: 2010-10-04
      :tags: waders,
             the coast
      :Category: Birds
      :slug: my-notes
      :authors: Doe, Jane; John Roe
      :summary: In *short*, see `the other <{filename}other.md>`_.
      :post_id: 17

      It begins with `the other <{filename}other.md>`_.

      Section
      -------

      .. image:: {static}/images/x.png

      .. raw:: html

         <b id="raw">raw</b>

      .. code-block:: python

         def f(): pass

      Back to Section_.
      """;

  @TempDir Path directory;

  @BeforeAll
  static void need() throws IOException, InterruptedException {
    Program.require("rst2html5", "python3-docutils");
    Program.require("rst2html4", "python3-docutils");
  }

  private TestSite site(String command) throws IOException {
    return new TestSite(
            directory,
            """
            [site]
            title = "x"
            [readers.rst]
            command = ["%s", "--stylesheet=", "--no-file-insertion"]
            """
                .formatted(command))
        .file("content/images/x.png", "")
        .article("other.md", "Title: Other\nDate: 2009-01-02\n\nOther.");
  }

  private static List<String> told(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rst2html5", "rst2html4"})
  void fieldsAndTextAreRead(String command) throws IOException {
    BuiltSite built = site(command).article("a.rst", POST).build();

    Article article = built.site().articles().getFirst();
    assertThat(article.frontMatter().title()).isEqualTo("Notes & queries");
    assertThat(article.frontMatter().date())
        .isEqualTo(ZonedDateTime.parse("2010-10-03T10:20Z[UTC]"));
    assertThat(article.tags()).extracting(Term::name).containsExactly("waders", "the coast");
    assertThat(article.category().name()).isEqualTo("Birds");
    assertThat(article.authors()).extracting(Term::name).containsExactly("Doe, Jane", "John Roe");
    assertThat(article.frontMatter().metadata().text("post_id")).isEqualTo("17");
    assertThat(article.frontMatter().modified())
        .isEqualTo(ZonedDateTime.parse("2010-10-04T00:00Z[UTC]"));
    assertThat(built.text("my-notes.html"))
        .contains(
            "It begins with <a class=\"reference external\" href=\"/other.html\">the other</a>")
        .contains("<b id=\"raw\">raw</b>")
        .contains("<img alt=\"\" src=\"/images/x.")
        .contains("href=\"#section\"")
        .doesNotContain("docinfo")
        .doesNotContain("post_id")
        .doesNotContain("class=\"title\"")
        .doesNotContain("<main id=\"notes")
        .doesNotContain("class=\"document\"");
    assertThat(built.text("index.html"))
        .contains("In <em>short</em>, see <a class=\"reference external\" href=\"/other.html\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rst2html5", "rst2html4"})
  void mistakesStandAtTheirLines(String command) throws IOException {
    List<Diagnostic> diagnostics =
        site(command)
            .article(
                "a.rst",
                """
                Notes
                =====

                :date: yesterdayish

                An *emphasis. A |word|. `There <{filename}gone.md>`_.
                """)
            .diagnostics();

    assertThat(told(diagnostics))
        .anySatisfy(
            told ->
                assertThat(told)
                    .startsWith("content/a.rst:6:1: warning[converter]: Inline emphasis"))
        .anySatisfy(
            told ->
                assertThat(told)
                    .startsWith(
                        "content/a.rst:6:1: error[converter]: Undefined substitution referenced"))
        .anySatisfy(told -> assertThat(told).startsWith("content/a.rst:4:8: error[date]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rst2html5", "rst2html4"})
  void aLinkThatLeadsNowhereStandsWhereItIsWritten(String command) throws IOException {
    List<Diagnostic> diagnostics =
        site(command)
            .article("a.rst", "Notes\n=====\n\n:date: 2010-10-03\n\n`A <{filename}gone.md>`_.\n")
            .diagnostics();

    assertThat(told(diagnostics))
        .singleElement()
        .asString()
        .startsWith("content/a.rst:6:5: error[broken-link]");
  }

  /// Docutils writes its messages into the text, too.
  @ParameterizedTest
  @ValueSource(strings = {"rst2html5", "rst2html4"})
  void whatIsOnlyAWarningIsPublishedWithoutTheMessage(String command) throws IOException {
    TestSite site =
        site(command)
            .article("a.rst", "Notes\n=====\n\n:date: 2010-10-03\n\nAn *emphasis. And more.\n");
    MemorySink sink = new MemorySink();
    BuildResult result = site.run(sink, 1);

    assertThat(result).isInstanceOf(BuildResult.Built.class);
    assertThat(told(result.diagnostics()))
        .singleElement()
        .asString()
        .contains("warning[converter]");
    assertThat(new String(sink.files().get("notes.html"), StandardCharsets.UTF_8))
        .contains("*</span>emphasis. And more.")
        .doesNotContain("System Message")
        .doesNotContain("system-message");
  }

  /// As in Pelican, which reads the heading and the list of fields, and has no place for a
  /// subtitle.
  @ParameterizedTest
  @ValueSource(strings = {"rst2html5", "rst2html4"})
  void whatIsMetaForBrowsersIsNoField(String command) throws IOException {
    BuiltSite built =
        site(command)
            .article(
                "a.rst",
                """
                Heading
                #######

                Under it
                ========

                :date: 2010-10-03

                .. meta::
                   :title: Meta title
                   :slug: meta
                   :category: Metas
                   :description: What it is about

                Text.
                """)
            .build();

    Article article = built.site().articles().getFirst();
    assertThat(article.frontMatter().title()).isEqualTo("Heading");
    assertThat(article.category().name()).isEqualTo("misc");
    assertThat(article.frontMatter().metadata().text("description")).isEqualTo("What it is about");
    assertThat(built.text("heading.html")).contains("<p>Text.</p>").doesNotContain("Under it");
  }

  @Test
  void theFieldOfTheTitleIsBeforeTheHeading() throws IOException {
    BuiltSite built =
        site("rst2html5")
            .article("a.rst", "Heading\n=======\n\n:date: 2010-10-03\n:title: Field\n\nText.\n")
            .build();

    assertThat(built.site().articles().getFirst().frontMatter().title()).isEqualTo("Field");
  }

  @Test
  void nothingOfTheMachineIsIncluded() throws IOException {
    List<Diagnostic> diagnostics =
        site("rst2html5")
            .article("a.rst", "Notes\n=====\n\n:date: 2010-10-03\n\n.. include:: /etc/hostname\n")
            .diagnostics();

    assertThat(told(diagnostics))
        .singleElement()
        .asString()
        .startsWith("content/a.rst:6:1: warning[converter]: \"include\" directive disabled");
  }

  @Test
  void aTextWithoutTitleOrDateIsToldHowToWriteThem() throws IOException {
    List<Diagnostic> diagnostics = site("rst2html5").article("a.rst", "Text.\n").diagnostics();

    assertThat(told(diagnostics))
        .anySatisfy(told -> assertThat(told).contains("no-title").contains("one heading above all"))
        .anySatisfy(told -> assertThat(told).contains("no-date").contains("':date: YYYY-MM-DD'"));
  }

  @Test
  void aDraftInAnotherLanguageIsOne() throws IOException {
    TestSite site = site("rst2html5\", \"--language=de");
    BuiltSite built =
        site.article("a.rst", "Entwurf\n=======\n\n:Status: draft\n:Datum: 2010-10-03\n\nText.\n")
            .build();

    Entry draft = built.site().entries().getFirst();
    assertThat(draft.frontMatter().status()).isEqualTo(Status.DRAFT);
    assertThat(draft.frontMatter().date()).isEqualTo(ZonedDateTime.parse("2010-10-03T00:00Z[UTC]"));
  }
}
