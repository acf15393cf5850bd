package godwit.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts made to take long or to nest deep end in seconds, with a page or with a diagnostic.
class HostileInputTest {
  private static final int LONG = 500_000;
  private static final int VERY_LONG = 1_000_000;
  private static final String HEADER = "Title: B\nDate: 2026-01-01\n\n";

  @TempDir Path site;

  /// A file of content.
  record Hostile(String name, String file, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Hostile> texts() {
    List<Hostile> texts = new ArrayList<>();
    nest(texts, ">");
    nest(texts, "[");
    nest(texts, "![");
    nest(texts, "*a **");
    nest(texts, "- ");
    nest(texts, "~a ");
    nest(texts, "^[");
    nest(texts, "<b>");
    fill(texts, "a");
    fill(texts, "a ");
    fill(texts, "[");
    fill(texts, "[a](");
    fill(texts, "[a]({");
    fill(texts, "[a]({tag}b c) ");
    fill(texts, "[a](b) ");
    fill(texts, "<a href=b>\n");
    fill(texts, "[b]: c\n");
    fill(texts, "|[a](b)\\|");
    fill(texts, "*a_ ");
    fill(texts, "`a``");
    fill(texts, "<a ");
    fill(texts, "<a x=\"");
    fill(texts, "&");
    fill(texts, "<!--");
    fill(texts, "|a");
    fill(texts, "https://a.");
    fill(texts, "[^a]");
    fill(texts, "\"'");
    fill(texts, "a\n: b\n");
    fill(texts, "a\n\n: b\n\n");
    fill(texts, ": a\n");
    fill(texts, "*a*{.b}");
    fill(texts, "{: .b} ");
    fill(texts, "`a`{: " + "b ".repeat(50));
    fill(texts, "*[a]: b\n");
    fill(texts, "{: .a ");
    texts.add(new Hostile("many equal headings", "b.md", HEADER + "# H\n\n".repeat(20_000)));
    nest(texts, "a\n: ");
    String wide = "|x".repeat(30_000) + "|\n" + "|-".repeat(30_000) + "|\n";
    texts.add(new Hostile("a wide table", "b.md", HEADER + wide + "|x|\n".repeat(3_000)));
    texts.add(new Hostile("many abbreviations", "b.md", HEADER + abbreviations()));
    String prose = "Prose with [a link](https://example.org/) and *more* of `it`. ";
    texts.add(
        new Hostile(
            "one line of prose", "b.md", HEADER + prose.repeat(VERY_LONG / prose.length())));
    texts.add(new Hostile("one line of 5 MB", "b.md", HEADER + "A word or two. ".repeat(350_000)));
    html(texts, "<a x=\"", "y='");
    html(texts, "<b>", "</i>".repeat(LONG / 5));
    html(texts, "<p title=\"&&&&\">&", ";");
    html(texts, "<script>", "</x".repeat(LONG / 4));
    html(texts, "<img srcset=\"a ", "");
    header(texts, "yaml brackets", "---\ntitle: B\ntags: " + "[".repeat(10_000) + "]\n---\n");
    header(texts, "yaml braces", "---\ntitle: B\ntags: {" + "a: {".repeat(10_000) + "}\n---\n");
    header(texts, "toml", "+++\ntags = " + "[".repeat(10_000) + "]".repeat(10_000) + "\n+++\n");
    header(texts, "lines", "Title: B\n" + "x\n".repeat(LONG / 2) + "Tags: x\n");
    header(texts, "fenced lines", "---\nTitle: B\n" + "x\n".repeat(LONG / 2) + "---\n");
    header(texts, "one long line", "Title: " + "x".repeat(LONG));
    return texts;
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("texts")
  @Timeout(60)
  void endsInSeconds(Hostile hostile) throws IOException {
    FixtureSite.copyCommon(site);
    Files.writeString(
        site.resolve("godwit.toml"),
        "\n[llms]\ncopies = true\n[markdown]\nanchors = \"python-markdown\"\n",
        StandardOpenOption.APPEND);
    Path file = site.resolve("content").resolve(hostile.file());
    Files.createDirectories(file.getParent());
    Files.writeString(file, hostile.text());

    SiteRun run = SiteRun.of(site);

    assertThat(run.isBuilt() ? "" : run.messages())
        .satisfiesAnyOf(
            text -> assertThat(text).isEmpty(), text -> assertThat(text).startsWith("content/b."));
  }

  private static String abbreviations() {
    StringBuilder text = new StringBuilder("ab ".repeat(LONG / 3)).append("\n\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("*[").append("a".repeat(i % 200)).append(i).append("]: b\n");
    }
    return text.toString();
  }

  private static void nest(List<Hostile> texts, String piece) {
    texts.add(new Hostile("10,000 × " + piece, "b.md", HEADER + piece.repeat(10_000) + "a"));
  }

  private static void fill(List<Hostile> texts, String piece) {
    String line = piece.repeat(LONG / piece.length());
    texts.add(new Hostile("one line of " + piece, "b.md", HEADER + line));
  }

  private static void html(List<Hostile> texts, String piece, String end) {
    String head = "<title>B</title><meta name=date content=2026-01-01>";
    String body = piece.repeat(LONG / piece.length()) + end;
    texts.add(new Hostile("html of " + piece, "b.html", head + body));
  }

  private static void header(List<Hostile> texts, String name, String text) {
    texts.add(new Hostile("header: " + name, "b.md", text));
  }
}
