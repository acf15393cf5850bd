package godwit.content.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the JVM must load to colour a piece of code, seen from outside.
class StartUpTest {
  /// Run in a process of its own.
  static final class Once {
    public static void main(String[] args) {
      var _ = new Highlighter().highlight(args[0], "int a = 1;").orElseThrow();
    }
  }

  @Test
  void ofSwingOnlyWhatATokenMakerIsDeclaredWith() throws Exception {
    assertThat(loaded("java", "java.awt.", "javax.swing.", "sun.awt.", "sun.java2d.", "sun.font."))
        .containsExactlyInAnyOrder(
            "java.awt.event.ActionListener", "javax.swing.Action", "javax.swing.text.Segment");
  }

  @Test
  void noToolkitAndNoFontForTheShell() throws Exception {
    // Its token maker uses a class with a colour in it, which loads, but does not start, a few.
    assertThat(loaded("sh", "java.awt.Toolkit", "java.awt.Font", "sun.awt.", "sun.font."))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"java, JavaTokenMaker", "yaml, YamlTokenMaker", "sh, UnixShellTokenMaker"})
  void onlyTheTokenMakerOfTheLanguage(String language, String tokenMaker) throws Exception {
    String modes = "org.fife.ui.rsyntaxtextarea.modes.";
    assertThat(loaded(language, modes)).containsExactly(modes + tokenMaker);
  }

  private static List<String> loaded(String language, String... prefixes)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                Once.class.getName(),
                language)
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(log.lines().limit(5).toList().toString()).isZero();
    return log.lines()
        .map(line -> line.split(" ")[0])
        .filter(name -> List.of(prefixes).stream().anyMatch(name::startsWith))
        .toList();
  }
}
