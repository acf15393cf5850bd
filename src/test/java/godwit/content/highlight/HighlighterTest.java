package godwit.content.highlight;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTest {
  private final Highlighter highlighter = new Highlighter();

  static List<String> languages() {
    return Samples.ALL.languages();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aSampleBecomesItsHtml(String language) throws IOException {
    String html = highlighter.highlight(language, Samples.ALL.code(language)).orElseThrow();
    if (Boolean.getBoolean("godwit.overwrite")) {
      Samples.ALL.overwriteHtml(language, html);
    }
    assertThat(html).isEqualTo(Samples.ALL.html(language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theTextIsTheCodeWhateverLanguageItIsTakenFor(Language language) {
    for (String sample : languages()) {
      String code = Samples.ALL.code(sample);
      assertThat(textOf(highlighter.highlight(language.names()[0], code).orElseThrow()))
          .as("%s as %s", sample, language)
          .isEqualTo(code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "\n\n", "\t\tx \n", "\uD83D\uDC26 = '\uD83D\uDC26';", "&amp; <b>\"'"})
  void theTextIsTheCodeAtTheEdges(String code) {
    for (Language language : Language.values()) {
      assertThat(textOf(highlighter.highlight(language.names()[0], code).orElseThrow()))
          .as(language.name())
          .isEqualTo(code);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noSpanGoesOverALineEnd(String language) {
    String html = highlighter.highlight(language, Samples.ALL.code(language)).orElseThrow();
    assertThat(html.lines())
        .allSatisfy(line -> assertThat(count(line, "<span")).isEqualTo(count(line, "</span>")));
  }

  @Test
  void aCommentAndAStringGoOnInTheNextLine() {
    assertThat(highlighter.highlight("java", "/* a\n\nint */ int"))
        .contains(
            """
            <span class="c">/* a</span>

            <span class="c">int */</span> <span class="t">int</span>\
            """);
    assertThat(highlighter.highlight("python", "'''a\nif'''"))
        .contains("<span class=\"s\">'''a</span>\n<span class=\"s\">if'''</span>");
  }

  @Test
  void tokensOfOneClassSideBySideShareASpan() {
    assertThat(highlighter.highlight("html", "<b></b>"))
        .contains("<span class=\"g\">&lt;b&gt;&lt;/b&gt;</span>");
  }

  @Test
  void phpNeedsNoOpeningTag() {
    assertThat(highlighter.highlight("php", "echo 1;"))
        .contains("<span class=\"k\">echo</span> <span class=\"n\">1</span>;");
    assertThat(highlighter.highlight("php", "echo <?= 1 ?>").orElseThrow()).startsWith("echo ");
  }

  @Test
  void plainTextIsOnlyEscaped() {
    assertThat(highlighter.highlight("text", "if (a < b) \"&\""))
        .contains("if (a &lt; b) \"&amp;\"");
  }

  @Test
  void whatIsNotKnownIsLeftToTheCaller() {
    assertThat(highlighter.highlight("nginx", "a")).isEmpty();
    assertThat(highlighter.highlight("", "a")).isEmpty();
    assertThat(highlighter.knows("nginx")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sh bash shell console zsh js javascript mjs ts typescript jsx tsx py python python3",
        "c cpp c++ h hpp cs csharp java kotlin kt go golang rust rs html xml svg css less scss",
        "rb ruby json jsonc json5 yaml yml toml ini properties sql php perl pl lua diff dockerfile",
        "makefile make groovy gradle scala clojure lisp d dart markdown md latex tex",
        "text plain none ftl",
        "Java JAVA C++ SQL JavaScript YAML Dockerfile TypeScript C# VB.NET Emacs-Lisp"
      })
  void knowsTheNamesThatAuthorsWrite(String names) {
    assertThat(names.split(" ")).allSatisfy(name -> assertThat(highlighter.knows(name)).isTrue());
  }

  @Test
  void aNameIsInLowerCaseAndStandsForOneLanguage() {
    List<String> names =
        Arrays.stream(Language.values()).flatMap(l -> Arrays.stream(l.names())).toList();
    assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name).isNotBlank());
    assertThat(names).allSatisfy(name -> assertThat(name).isEqualTo(name.toLowerCase(Locale.ROOT)));
  }

  @Test
  void whatTheTokenMakerReadsIsAsLongAsTheCode() {
    String code = languages().stream().map(Samples.ALL::code).collect(joining());
    assertThat(Stream.of(Language.values()).map(language -> Disguise.of(language, code)))
        .allSatisfy(disguised -> assertThat(disguised).hasSameSizeAs(code));
    assertThat(Disguise.freeMarker(code)).hasSameSizeAs(code);
  }

  @Test
  void twoThreadsShareOne() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(() -> everySample(start));
      var second = threads.submit(() -> everySample(start));
      assertThat(first.get()).isEqualTo(second.get());
      assertThat(first.get().getFirst()).isEqualTo(everySampleOnce());
    }
  }

  private List<String> everySample(CyclicBarrier start) throws Exception {
    start.await();
    return Stream.generate(this::everySampleOnce).limit(50).distinct().toList();
  }

  private String everySampleOnce() {
    return languages().stream()
        .map(l -> highlighter.highlight(l, Samples.ALL.code(l)).orElseThrow())
        .collect(joining());
  }

  static String textOf(String html) {
    return Jsoup.parse("<pre><code>" + html + "</code></pre>").expectFirst("code").wholeText();
  }

  private static int count(String line, String part) {
    return line.split(part, -1).length - 1;
  }
}
