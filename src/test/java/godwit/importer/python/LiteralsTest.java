package godwit.importer.python;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.importer.python.PythonValue.Decimal;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Literals have the values that Python 3.11 gives them. `literals.jsonl` was written with
/// `ast.literal_eval`, `no-literals.jsonl` has what its `compile` refuses.
class LiteralsTest {
  private static final Path RESOURCES = Path.of("src/test/resources/importer");

  @TempDir Path directory;

  private static List<JSONObject> lines(String name) throws IOException {
    return Files.readAllLines(RESOURCES.resolve(name)).stream().map(JSONObject::new).toList();
  }

  @Test
  void literalsHaveTheValuesThatPythonGivesThem() throws IOException, PythonException {
    List<JSONObject> literals = lines("literals.jsonl");
    assertThat(literals).hasSizeGreaterThan(400);
    for (JSONObject literal : literals) {
      String source = literal.getString("source");
      Files.writeString(directory.resolve("conf.py"), "X = (\n" + source + "\n)\n");
      String value =
          python(
              new ModuleReader(directory).settings("conf.py").values().iterator().next().value());
      assertThat(value).as(source).isEqualTo(literal.getString("value"));
    }
  }

  /// Numbers with a point as `float.hex`, sets in order.
  private static String python(PythonValue value) {
    return switch (value) {
      case Decimal number -> "float:" + hex(number.value());
      case Sequence sequence -> {
        List<String> elements = sequence.elements().stream().map(LiteralsTest::python).toList();
        yield switch (sequence.form()) {
          case LIST -> "[" + String.join(", ", elements) + "]";
          case TUPLE -> "(" + String.join(", ", elements) + (elements.size() == 1 ? "," : "") + ")";
          case SET -> "{" + elements.stream().sorted().collect(Collectors.joining(", ")) + "}";
        };
      }
      case Mapping mapping -> "{" + entries(mapping.entries()) + "}";
      case PythonValue.Text _,
          PythonValue.Bytes _,
          PythonValue.WholeNumber _,
          PythonValue.Truth _,
          PythonValue.Nothing _,
          PythonValue.Unread _ ->
          value.shown();
    };
  }

  private static String entries(List<Entry> entries) {
    return entries.stream()
        .map(entry -> python(entry.key()) + ": " + python(entry.value()))
        .collect(Collectors.joining(", "));
  }

  private static String hex(double number) {
    if (Double.isInfinite(number)) {
      return "inf";
    }
    String hex = Double.toHexString(number);
    int point = hex.indexOf('.') + 1;
    int exponent = hex.indexOf('p');
    boolean isZero = number == 0;
    String digits = hex.substring(point, exponent);
    String sign = hex.charAt(exponent + 1) == '-' ? "" : "+";
    return hex.substring(0, point)
        + (isZero ? "0" : digits + "0".repeat(13 - digits.length()))
        + "p"
        + sign
        + hex.substring(exponent + 1);
  }

  @TestFactory
  Stream<DynamicTest> whatPythonRefusesIsRefused() throws IOException {
    List<JSONObject> wrong = lines("no-literals.jsonl");
    assertThat(wrong).hasSizeGreaterThan(50);
    return wrong.stream()
        .map(line -> line.getString("source"))
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source,
                    () ->
                        assertThat(Python.settings(directory, "X = " + source + "\n"))
                            .containsOnlyKeys("error")
                            .extractingByKey("error")
                            .asString()
                            .matches("(?s)conf\\.py:\\d+:\\d+: error\\[import-syntax]: .*")));
  }
}
