package godwit.content.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Code that was made to be slow or to break a lexer. No token maker is known that throws.
class HostileCodeTest {
  private static final int MEGABYTE = 1 << 20;

  /// Of the processor's time: the machine may have other things to do.
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private static final Duration END = Duration.ofMinutes(1);

  /// What was slowest when each of these was tried, repeated, on every language.
  private static final List<String> OPENERS =
      List.of("\"", "`", "/*", "/+", "</", "<!--", "(", "- ");

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource(Language.class)
  void aMegabyteInOneLine(Language language) {
    check(language, "a".repeat(MEGABYTE));
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource(Language.class)
  void aHundredThousandOpenersInLinesAsLongAsAreRead(Language language) {
    for (String opener : OPENERS) {
      int each = Highlighter.MAX_LINE_LENGTH / opener.length();
      check(language, (opener.repeat(each) + "\n").repeat(100_000 / each));
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource(Language.class)
  void randomBytes(Language language) {
    byte[] bytes = new byte[100_000];
    new Random(1).nextBytes(bytes);
    check(language, new String(bytes, StandardCharsets.ISO_8859_1));
    check(language, new String(bytes, StandardCharsets.UTF_16));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (bytes[i] % 60 == 0 ? '\n' : 32 + Math.floorMod(bytes[i], 95));
    }
    check(language, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Test
  void aLexerThatBreaksLeavesTheCodeToTheCaller() {
    Lexer broken =
        (start, end, out) -> {
          throw new ArrayIndexOutOfBoundsException(start);
        };
    Lexer endless =
        (start, end, out) -> {
          throw new StackOverflowError();
        };
    assertThat(Highlighter.highlight(() -> broken, "a")).isEmpty();
    assertThat(Highlighter.highlight(() -> endless, "a")).isEmpty();
  }

  @Test
  void aLineTooLongStaysPlainAndTheOthersDoNot() {
    String data = "1".repeat(Highlighter.MAX_LINE_LENGTH + 1);
    assertThat(new Highlighter().highlight("java", "int a\n" + data + "\nint b"))
        .contains("<span class=\"t\">int</span> a\n" + data + "\n<span class=\"t\">int</span> b");
  }

  private static void check(Language language, String code) {
    String name = language.names()[0];
    String html = assertTimeoutPreemptively(END, () -> highlight(name, code));
    // Not by jsoup: it replaces NUL and some other characters of the random ones.
    String text = html.replaceAll("<span class=\"[a-z]\">|</span>", "");
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    assertThat(text.equals(code)).as("text is the code").isTrue();
  }

  private static String highlight(String language, String code) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    String html = new Highlighter().highlight(language, code).orElseThrow();
    Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    assertThat(took).as("processor time for %s", language).isLessThan(LIMIT);
    return html;
  }
}
