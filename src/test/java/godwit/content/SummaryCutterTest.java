package godwit.content;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.diagnostic.SourcePosition;
import godwit.testing.Resource;
import godwit.testing.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryCutterTest {
  private static final SourcePosition HERE = SourcePosition.ofFile("content/a.md");

  private static Body body(String html) {
    return new Body(html, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "<p>one two three</p>, <p>one two …</p>",
    "<p>one two</p>, <p>one two …</p>",
    "<p>one</p><p>two</p><p>three</p>, <p>one</p><p>two …</p>",
    "<ul><li>one <b>two three</b></li></ul>, <ul><li>one <b>two …</b></li></ul>",
    "<p>one<br>two three</p>, <p>one<br>two …</p>",
    "one  two  three, one  two …",
    "'',''"
  })
  void keepsTwoWords(String html, String expected) {
    assertThat(SummaryCutter.words(body(html), 2, "…").html()).isEqualTo(expected);
  }

  /// A table of what Pelican's `truncate_html_words` makes of HTML. Its result has the tags that
  /// are not nested as they were; a summary has none of them.
  @Test
  void cutsWherePelicanCuts() throws IOException {
    List<Map<String, Object>> rows = Resource.rows("pelican-rules/summaries.jsonl");
    assertThat(rows).hasSizeGreaterThan(400);
    SoftAssertions.assertSoftly(
        softly ->
            rows.forEach(
                fields -> {
                  String html = String.valueOf(fields.get("html"));
                  int words = Integer.parseInt(String.valueOf(fields.get("words")));
                  String suffix = String.valueOf(fields.get("suffix"));
                  String dropped =
                      Boolean.TRUE.equals(fields.get("nested"))
                          ? "(?s)<!--.*?-->"
                          : "(?s)<!--.*?-->|<[/a-z][^>]*>";
                  softly
                      .assertThat(
                          SummaryCutter.words(body(html), words, suffix)
                              .html()
                              .replaceAll(dropped, ""))
                      .as("%s", fields)
                      .isEqualTo(String.valueOf(fields.get("summary")).replaceAll(dropped, ""));
                }));
  }

  @Test
  void leavesOutWhatMayStandOnlyOnceOnAPage() {
    String html =
        "<h2 id=\"a\">Head <a class=\"anchor\" href=\"#a\" aria-label=\"# Head\">#</a></h2>\n"
            + "<p>Text<sup class=\"footnote-ref\"><a href=\"#fn-1\""
            + " id=\"fnref-1\">1</a></sup>.</p><script>one two three</script><section"
            + " class=\"footnotes\" data-footnotes><ol><li id=\"fn-1\">x</li></ol></section>";

    assertThat(SummaryCutter.words(body(html), 50, "…").html())
        .isEqualTo("<h2>Head </h2>\n<p>Text.</p>");
  }

  @Test
  void closesWhatIsOpenAtTheMark() {
    String html = "<div><p>one</p>\n<p>two <em>three</em></p></div>";

    assertThat(SummaryCutter.upTo(body(html), html.indexOf("two ") + 4).html())
        .isEqualTo("<div><p>one</p>\n<p>two </p></div>");
  }

  @Test
  void keepsTheLinksOfWhatItKeeps() {
    Body body =
        new Body(
            "<p><a href=\"\">one</a> <a href=\"\" id=\"x\">two</a></p><p><a"
                + " href=\"\">three</a></p>",
            List.of(
                new Link(12, "a.md", "a.md", false, HERE),
                new Link(31, "b.md", "b.md", false, HERE),
                new Link(63, "c.md", "c.md", false, HERE)));

    Body summary = SummaryCutter.words(body, 2, "…");

    assertThat(summary.fill(summary.links().stream().map(Link::written).toList()))
        .isEqualTo("<p><a href=\"a.md\">one</a> <a href=\"b.md\">two …</a></p>");
  }

  @Test
  void isWellFormedWhateverItCuts() {
    List<String> pieces =
        List.of(
            "<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<br>", "one ", "two", " ", "</i>");
    Texts.of(5_000, 25, pieces)
        .forEach(
            html -> {
              String summary = SummaryCutter.words(body(html), 3, "…").html();
              Parser parser = Parser.xmlParser().setTrackErrors(10);
              Jsoup.parse(summary.replace("<br>", "<br/>"), "", parser);
              assertThat(parser.getErrors()).as(html + " → " + summary).isEmpty();
              assertThat(HtmlText.strip(summary).split("\\s+").length).isLessThanOrEqualTo(4);
            });
  }
}
