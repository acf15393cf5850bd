package godwit.importer.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs that want too much: they end soon, without an overflow, with a value or an error.
class HostileProgramsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path temporary;

  static Stream<Arguments> programs() {
    int many = 10_000;
    return Stream.of(
        Arguments.of("brackets", "X = " + "[".repeat(many) + "]".repeat(many), "nested more than"),
        Arguments.of("open brackets", "X = " + "(".repeat(many), "nested more than"),
        Arguments.of("signs", "X = " + "-".repeat(many) + "1", "1"),
        Arguments.of("nots", "X = " + "not ".repeat(many) + "1", "True"),
        Arguments.of("lambdas", "X = " + "lambda: ".repeat(many) + "1", "<is a function>"),
        Arguments.of("sums", "X = 'a'" + " + 'a'".repeat(many), "'aaaa"),
        Arguments.of("choices", "X = 1" + " if y else 1".repeat(many), "<"),
        Arguments.of("attributes", "X = a" + ".b".repeat(many), "<"),
        Arguments.of("targets", "X = " + "A = ".repeat(many) + "1", "1"),
        Arguments.of("blocks", blocks(many), "blocks are nested more than"),
        Arguments.of("else ifs", "if y: pass\n" + "elif y: X = 1\n".repeat(many), "<is set below"),
        Arguments.of("a long text", "X = '" + "a".repeat(900_000) + "'", "'aaa"),
        Arguments.of("a long number", "X = " + "9".repeat(100_000), "more than 4300 digits"),
        Arguments.of("doubling", "X = 'aa'\n" + "X = X + X\n".repeat(100), "<is too large>"),
        Arguments.of("doubled lists", "X = [1]\n" + "X = [X, X]\n".repeat(100), "<is too large>"),
        Arguments.of("deep lists", "X = [1]\n" + "X = [X]\n".repeat(many), "<is too large>"),
        Arguments.of("growing", "X = []\n" + "X += [1]\n".repeat(100_000), "[1, 1"),
        Arguments.of("appended", "X = []\n" + "X.append(1)\n".repeat(80_000), "[1, 1"),
        Arguments.of(
            "fields", "Y = 'aaaaaaaa'\nX = f'" + "{Y}".repeat(many) + "'", "<is too large>"),
        Arguments.of(
            "replaced",
            "X = 'a'\n" + "X = X.replace('a', 'aa')\n".repeat(100),
            "<is made by a call of X"),
        Arguments.of("joined", "X = 'a'\n" + "X = X.join([X, X])\n".repeat(100), "<is too large>"),
        Arguments.of("filled", "X = 'a'\n" + "X = '{0}{0}'.format(X)\n".repeat(100), "<is too"),
        Arguments.of("percents", "X = 'a'\n" + "X = '%s%s' % (X, X)\n".repeat(100), "<is too la"),
        Arguments.of("methods", "X = 'a'" + ".strip()".repeat(many), "'a'"),
        Arguments.of("too long", "#" + " ".repeat(2_000_000), "more than 1048576 bytes"),
        Arguments.of("a NUL", "X = 1\n\0", "2:1: error[import-encoding]: it holds a NUL"));
  }

  private static String blocks(int many) {
    StringBuilder program = new StringBuilder();
    for (int i = 0; i < 1_000 && i < many; i++) {
      program.append(" ".repeat(i)).append("if y:\n");
    }
    return program.append(" ".repeat(1_000)).append("X = 1\n").toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void endSoon(String name, String program, String part) {
    Map<String, String> told =
        Assertions.assertTimeoutPreemptively(SOON, () -> Python.settings(temporary, program));

    String value = told.containsKey("error") ? told.get("error") : told.get("X");
    assertThat(value).as(name).contains(part);
  }

  @Test
  void bytesOfAnyKindAreAnErrorWithAPlace() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[200];
      random.nextBytes(bytes);
      Files.write(temporary.resolve("conf.py"), bytes);
      Assertions.assertThrows(
          PythonException.class, () -> new ModuleReader(temporary).settings("conf.py"));
    }
  }

  @Test
  void whateverIsCutOutOfAProgramItIsReadOrRefused() throws IOException {
    String program = Files.readString(Path.of("src/test/resources/importer/blog/pelicanconf.py"));
    Random random = new Random(8);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      int start = random.nextInt(program.length());
      int end = Math.min(program.length(), start + random.nextInt(30));
      String cut = program.substring(0, start) + program.substring(end);
      refused += Python.settings(temporary, cut).containsKey("error") ? 1 : 0;
    }
    assertThat(refused).isBetween(50, 450);
  }

  @Test
  void aChainOfImportsHasAnEnd() throws IOException {
    for (int i = 0; i < 200; i++) {
      Files.writeString(temporary.resolve("m" + i + ".py"), "from m" + (i + 1) + " import *\n");
    }
    assertThat(Python.settings(temporary, "from m0 import *\n").get("error"))
        .contains("imports are nested more than 50 deep");
  }
}
