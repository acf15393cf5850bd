package godwit.config;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the manual's page to [ConfigKey].
class ConfigurationManualTest {
  private static final Path MANUAL = Path.of("content/reference/configuration.md");

  @TempDir Path site;

  @Test
  void hasOneTableForEachTableOfTheFile() throws IOException {
    Map<String, List<String>> expected = new TreeMap<>();
    for (ConfigKey key : ConfigKeys.all()) {
      expected.computeIfAbsent(key.table(), _ -> new ArrayList<>()).add(row(key));
    }
    assertThat(rowsByTable()).isEqualTo(expected);
  }

  @Test
  void hasExamplesThatAreRight() throws IOException {
    List<String> examples = tomlExamples();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    for (String example : examples) {
      Path file = Files.writeString(site.resolve("godwit.toml"), example);
      Diagnostics diagnostics = new Diagnostics();
      ConfigReader.read(file, diagnostics);
      assertThat(diagnostics.sorted()).as(example).isEmpty();
    }
  }

  @Test
  void eachKeyHasWordsForTheManual() {
    assertThat(ConfigKeys.all())
        .allSatisfy(
            key -> {
              assertThat(key.fullName()).matches("[a-z]+(\\.[a-z]+)?\\.[a-z]+(-[a-z]+)*");
              assertThat(key.pelicanName()).matches("[A-Z_]*");
            });
  }

  private static String row(ConfigKey key) {
    String pelican = key.pelicanName().isEmpty() ? "–" : "`" + key.pelicanName() + "`";
    return "| `%s` | %s | %s | %s |"
        .formatted(key.simpleName(), key.type().label(), key.fallback().shown(), pelican);
  }

  /// The rows below each heading such as `## [site]` or ``### `[[site.menu]]` ``.
  private static Map<String, List<String>> rowsByTable() throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    String table = "";
    for (String line : Files.readAllLines(MANUAL)) {
      if (line.startsWith("#")) {
        table = line.replaceAll("[#`\\[\\] ]", "");
      } else if (line.startsWith("| `")) {
        assertThat(line).as("has a meaning in its last column").matches(".*\\| [^|]+[^|. ] \\|");
        String facts = line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1);
        rows.computeIfAbsent(table, _ -> new ArrayList<>()).add(facts);
      }
    }
    return rows;
  }

  private static List<String> tomlExamples() throws IOException {
    List<String> examples = new ArrayList<>();
    String[] parts = Files.readString(MANUAL).split("```", -1);
    for (int i = 1; i < parts.length; i += 2) {
      if (parts[i].startsWith("toml\n")) {
        examples.add(parts[i].substring("toml\n".length()));
      }
    }
    return examples;
  }
}
