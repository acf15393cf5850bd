package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.site.LinkTarget.Kind;
import godwit.testing.Texts;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTargetTest {
  private static final List<String> PIECES = List.of("a", "b.md", "/", "..", ".", "/../", "/./");

  @ParameterizedTest
  @CsvSource({
    "{filename}a.md,        FILENAME, a.md,   '',       ",
    "|filename|a.md#x,      FILENAME, a.md,   #x,       x",
    "{static}/i/a%20b.png,  STATIC,   /i/a b.png, '',   ",
    "{attach}a.pdf?x=1,     ATTACH,   a.pdf,  ?x=1,     ",
    "{tag}Two Words,        TAG,      Two Words, '',    ",
    "{category}c,           CATEGORY, c,      '',       ",
    "{author}Ada,           AUTHOR,   Ada,    '',       ",
    "{index},               INDEX,    '',     '',       ",
    "a.html?q=#f%C3%A9,     ADDRESS,  a.html, ?q=#f%C3%A9, fé",
    "a.html#f?g,            ADDRESS,  a.html, #f?g,     f?g",
    "'#f',                  ADDRESS,  '',     '#f',     f",
    "{nothing}a,            ADDRESS,  {nothing}a, '',   ",
    "{filename,             ADDRESS,  {filename, '',    "
  })
  void takesADestinationApart(
      String destination, Kind kind, String path, String suffix, String fragment) {
    assertThat(LinkTarget.parse(destination))
        .isEqualTo(new LinkTarget(kind, path, true, suffix, fragment));
  }

  @ParameterizedTest
  @CsvSource({
    "posts/a.md,   b.md,        posts/b.md",
    "posts/a.md,   ../b.md,     b.md",
    "posts/a.md,   ../../b.md,  ",
    "posts/a.md,   /b.md,       b.md",
    "posts/a.md,   ./b.md,      posts/b.md",
    "posts/a.md,   ../img/,     img/",
    "posts/a.md,   .,           posts/",
    "posts/a.md,   ..,          ''",
    "a.md,         ..,          ",
    "a.md,         /../b.md,    ",
    "a.md,         c//b.md,     c/b.md",
    "'',           b.md,        b.md",
    "posts/,       b.md,        posts/b.md"
  })
  void joinsPathsAsBrowsersDo(String from, String path, String expected) {
    assertThat(LinkTarget.join(from, path)).isEqualTo(expected);
  }

  @Test
  void neverLeadsAboveTheRoot() {
    Texts.of(20_000, 8, PIECES)
        .forEach(
            path -> {
              String joined = LinkTarget.join("x/y/z.md", path);
              if (joined != null) {
                assertThat(joined.split("/")).as(path).doesNotContain("..", ".");
                assertThat(joined).as(path).doesNotStartWith("/");
                assertThat(joined.replace("/", ""))
                    .as(path)
                    .isEqualTo(byTheJdk(path).replace("/", ""));
              }
            });
  }

  private static String byTheJdk(String path) {
    String folded = path.replaceAll("/+", "/");
    return URI.create("http://h/x/y/z.md")
        .resolve(folded.isEmpty() ? "." : folded)
        .normalize()
        .getPath();
  }
}
