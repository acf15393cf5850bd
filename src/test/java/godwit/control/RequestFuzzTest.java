package godwit.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONParserConfiguration;

/// What anybody sends is understood, or refused with a sentence; and what is understood is what
/// another reader of JSON finds in it. Runs through the inputs in `src/test/resources`; looks for
/// more with `JAZZER_FUZZ=1 mvn -B test -Dtest='RequestFuzzTest#arguments'`.
class RequestFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void arguments(byte @NotNull [] sent) {
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

  @FuzzTest(maxDuration = "2m")
  void requests(byte @NotNull [] sent) {
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
