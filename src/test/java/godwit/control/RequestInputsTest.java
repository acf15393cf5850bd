package godwit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONParserConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What anybody sends is understood, or refused with a sentence; and what is understood is what
/// another reader of JSON finds in it. [RequestFuzz] looks for more inputs.
class RequestInputsTest {
  private static final Path INPUTS = Path.of("src/test/resources/godwit/control/RequestFuzzInputs");

  static List<Path> inputs(String directory) throws IOException {
    try (Stream<Path> files = Files.list(INPUTS.resolve(directory))) {
      return files.sorted().toList();
    }
  }

  static List<Path> argumentInputs() throws IOException {
    return inputs("arguments");
  }

  static List<Path> requestInputs() throws IOException {
    return inputs("requests");
  }

  @ParameterizedTest
  @MethodSource("argumentInputs")
  void arguments(Path input) throws IOException {
    arguments(Files.readAllBytes(input));
  }

  @ParameterizedTest
  @MethodSource("requestInputs")
  void requests(Path input) throws IOException {
    requests(Files.readAllBytes(input));
  }

  static void arguments(byte[] sent) {
    String text = new String(sent, StandardCharsets.UTF_8);
    Optional<List<String>> expected = strings(text);
    Optional<List<String>> found;
    try {
      found = Optional.of(ArgumentsJson.read(text));
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("the arguments are not");
      found = Optional.empty();
    }

    found.ifPresent(
        arguments -> {
          assertThat(expected).as("what another reader finds").contains(arguments);
          assertThat(ArgumentsJson.read(ArgumentsJson.write(arguments))).isEqualTo(arguments);
        });
  }

  static void requests(byte[] sent) {
    String text = new String(sent, StandardCharsets.UTF_8);
    List<Runnable> readers =
        List.of(
            () -> RequestJson.publish(text),
            () -> RequestJson.rollback(text),
            () -> RequestJson.nothing(text));
    for (Runnable reader : readers) {
      try {
        reader.run();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith("the body cannot be understood: ");
      }
    }
  }

  private static Optional<List<String>> strings(String text) {
    try {
      JSONArray array = new JSONArray(text, new JSONParserConfiguration().withStrictMode(true));
      List<String> strings = new ArrayList<>();
      for (Object value : array) {
        if (!(value instanceof String string)) {
          return Optional.empty();
        }
        strings.add(string);
      }
      return Optional.of(strings);
    } catch (JSONException | StackOverflowError e) {
      return Optional.empty();
    }
  }
}
