package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `godwit list` finds, and what it says of what it does not find.
class ListCliTest {
  @TempDir Path directory;
  private TestSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site = new TestSite(directory, "[site]\ntitle = \"Flock\"\n");
    site.article("one.md", "Title: One\nDate: 2026-01-01\nCategory: Sea Birds\nTags: web dev\n\nA");
    site.article("two.md", "Title: Two\nDate: 2026-01-02\nCategory: sea-birds\nTags: Web-Dev\n\nA");
    site.article("three.md", "Title: Three\nDate: 2026-01-03\nLang: de\nTags: web-dev, mud\n\nA");
  }

  private Cli list(String... conditions) {
    List<String> arguments = new ArrayList<>(List.of("list", "--site=" + directory));
    arguments.addAll(List.of(conditions));
    arguments.add("--as-of=2026-06-01");
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static List<String> addresses(Cli told) {
    return told.out().lines().map(line -> line.replaceAll(".*\\s(/\\S+).*", "$1")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"web dev", "Web-Dev", "web-dev", "WEB DEV", "Web  dev!"})
  void everySpellingOfATagIsTheSameTag(String tag) {
    Cli told = list("--tag=" + tag);

    assertThat(addresses(told)).containsExactly("/three-de.html", "/two.html", "/one.html");
    assertThat(told.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sea Birds", "sea-birds", "sea birds"})
  void everySpellingOfACategoryIsTheSameCategory(String category) {
    assertThat(addresses(list("--category=" + category))).containsExactly("/two.html", "/one.html");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tag=web-dve|no article has the tag 'web-dve'|did you mean web-dev?",
        "--tag=sand|no article has the tag 'sand'|",
        "--category=se birds|no article has the category 'se birds'|did you mean Sea Birds?",
        "--lang=dr|nothing is in the language 'dr'|did you mean de?"
      })
  void whatThereIsNotIsTold(String condition, String message, String hint) {
    assertThat(list(condition))
        .isEqualTo(
            new Cli(
                0,
                "",
                "godwit: warning: "
                    + message
                    + "\n"
                    + (hint == null ? "" : "  hint: " + hint + "\n")));
  }

  @Test
  void whatIsDueIsToldWhereItFits() throws IOException {
    site.article("due.md", "Title: Due\nDate: 2026-12-01\nTags: Web dev\nLang: de\n\nA");
    site.article("later.md", "Title: Later\nDate: 2026-12-02\nTags: waders\n\nA");
    String due = "not published yet: content/due.md is due 2026-12-01 00:00 UTC\n";
    String later = "not published yet: content/later.md is due 2026-12-02 00:00 UTC\n";

    assertThat(list().err()).isEqualTo(due + later);
    assertThat(list("--tag=web-dev").err()).isEqualTo(due);
    assertThat(list("--tag=waders")).isEqualTo(new Cli(0, "", later));
    assertThat(list("--lang=de", "--status=published").err()).isEqualTo(due);
    assertThat(list("--status=draft").err()).isEmpty();
    assertThat(list("--category=misc").err()).isEqualTo(due + later);
  }

  @Test
  void linesForProgramsHaveAllFields() throws IOException {
    site.article("four.md", "Title: A\u0009b & the <em>Sea</em>\nStatus: draft\n\nA");
    site.file("content/pages/about.md", "Title: About\n\nA");

    assertThat(list().out())
        .isEqualTo(
            """
            2026-01-03 00:00\tpublished\tarticle\t/three-de.html\tde\tcontent/three.md\tThree
            2026-01-02 00:00\tpublished\tarticle\t/two.html\ten\tcontent/two.md\tTwo
            2026-01-01 00:00\tpublished\tarticle\t/one.html\ten\tcontent/one.md\tOne
            -\tpublished\tpage\t/pages/about.html\ten\tcontent/pages/about.md\tAbout
            -\tdraft\tarticle\t/drafts/a-b-the-sea.html\ten\tcontent/four.md\tA\uFFFDb & the Sea
            """);
  }

  @Test
  void aTerminalHasATable() throws IOException {
    assertThat(table(80))
        .isEqualTo(
            """
            date        title  lang  address
            2026-01-03  Three  de    /three-de.html
            2026-01-02  Two          /two.html
            2026-01-01  One          /one.html
            """);

    site.article("cjk.md", "Title: 日本語の題名はとても長い\nSlug: cjk\nDate: 2026-01-04\n\nA");
    site.article(
        "draft.md", "Title: A cafe\u0301 that is far from the sea\nSlug: sea\nStatus: draft\n\nA");
    site.article("due.md", "Title: Due\nDate: 2026-12-01\n\nA");
    assertThat(table(68))
        .isEqualTo(
            """
            date        state  title                      lang  address
            2026-01-04         日本語の題名はとても長い         /cjk.html
            2026-01-03         Three                      de    /three-de.html
            2026-01-02         Two                              /two.html
            2026-01-01         One                              /one.html
            -           draft  A cafe\u0301 that is far from…         /drafts/sea.html
            """);
  }

  @Test
  void aTitleKeepsRoomHoweverLongAnAddressIs() throws IOException {
    String slug = "s".repeat(60);
    site.article(
        "l.md", "Title: The longest of addresses here\nDate: 2026-01-02\nSlug: " + slug + "\n\nA");

    assertThat(table(60, "--category=misc"))
        .isEqualTo(
            """
            date        title                     lang  address
            2026-01-03  Three                     de    /three-de.html
            2026-01-02  The longest of addresse…        /%s.html
            """
                .formatted(slug));
  }

  private String table(int columns, String... conditions) {
    List<String> arguments = new ArrayList<>(List.of("list", "--site=" + directory));
    arguments.addAll(List.of(conditions));
    arguments.add("--as-of=2026-06-01");
    return Cli.onTerminal(columns, arguments.toArray(String[]::new)).out();
  }

  @Test
  void whatThereIsAndDoesNotFitTheRestIsNotTold() {
    assertThat(list("--tag=mud", "--status=draft")).isEqualTo(new Cli(0, "", ""));
  }
}
