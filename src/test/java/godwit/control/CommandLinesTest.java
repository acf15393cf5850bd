package godwit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godwit.build.BuildListener.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final CommandLines lines = new CommandLines(sent);

  private List<CommandLine> received() {
    return sent.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> CommandLine.read(line).orElseThrow())
        .toList();
  }

  @Test
  void whatWasWrittenFirstIsSentFirst() {
    lines.progress().progress(Stage.READ, 1, 2);
    lines.out().print("one ");
    lines.out().println("\"é🐦\"");
    lines.err().println("warning");
    lines.out().println("two");
    lines.beat();
    lines.exit(3);

    assertThat(received())
        .containsExactly(
            new CommandLine.Progress(Stage.READ, 1, 2),
            new CommandLine.Out("one \"é🐦\"\n"),
            new CommandLine.Err("warning\n"),
            new CommandLine.Other(),
            new CommandLine.Out("two\n"),
            new CommandLine.Exit(3));
  }

  @Test
  void muchTextIsSentInPartsThatAreWhole() {
    String text = "é🐦x".repeat(20_000);
    lines.out().print(text);
    lines.exit(0);

    StringBuilder joined = new StringBuilder();
    for (CommandLine line : received()) {
      if (line instanceof CommandLine.Out out) {
        joined.append(out.text());
      }
    }
    assertThat(received()).hasSizeGreaterThan(5);
    assertThat(joined.toString()).isEqualTo(text);
  }

  @Test
  void aReaderWhoHangsUpDisturbsNobody() {
    CommandLines broken =
        new CommandLines(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("broken pipe");
              }
            });
    assertThat(broken.isHungUp()).isFalse();
    broken.progress().progress(Stage.READ, 1, 2);
    broken.err().println("x");
    broken.exit(0);
    assertThat(broken.isHungUp()).isTrue();
    assertThat(broken.err().checkError()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "\"a\"",
        "[1]",
        "[null]",
        "[[\"a\"]]",
        "[\"a\"",
        "[\"a\",]",
        "[,]",
        "[\"a\"] x",
        "[\"a\"][\"b\"]",
        "[\"a\"],[\"b\"]",
        "[\"\\u0000\"]",
        "[\"a\" \"b\"]",
        "[\"a\"]}",
        "['a']"
      })
  void whatIsNoArrayOfStringsIsRefused(String json) {
    assertThatThrownBy(() -> ArgumentsJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the arguments are not a JSON array of strings, such as [\"--force\"]");
  }

  @Test
  void argumentsComeBackAsTheyWere() {
    List<String> arguments = List.of("", "--a=b c", "\"\\", "\n\t\u0007é🐦", "@x");
    assertThat(ArgumentsJson.read(ArgumentsJson.write(arguments))).isEqualTo(arguments);
    assertThat(ArgumentsJson.read(" [ ] ")).isEmpty();
  }
}
