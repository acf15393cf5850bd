package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.FixtureFiles;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares what Godwit makes of small blogs with what Pelican 4.8 has made of them: each is
/// imported, listed and built. What differs on purpose stands in `pelican-differences.md`, too.
class PelicanCasesTest {
  private static final Path CASES = Path.of("src/test/resources/pelican-cases");

  /// Of other settings and habits, made in the same way.
  private static final Path FURTHER_CASES = Path.of("src/test/resources/pelican-further-cases");

  /// What Godwit writes of its own accord, and Pelican with a plugin if at all.
  private static final Pattern OWN_FILES =
      Pattern.compile("sitemap\\.xml|robots\\.txt|404\\.html|theme/.*|.*\\.[0-9a-f]{16}\\.[a-z]+");

  /// A file that is not there: Pelican writes its address all the same, and copies nothing.
  private static final String MISSING_FILE = "images/none.png";

  @TempDir Path directory;

  static List<Path> cases() throws IOException {
    try (Stream<Path> cases = Files.list(CASES);
        Stream<Path> further = Files.list(FURTHER_CASES)) {
      return Stream.concat(cases.sorted(), further.sorted()).toList();
    }
  }

  @Test
  void areAllThere() throws IOException {
    assertThat(cases().stream().filter(path -> path.startsWith(CASES))).hasSize(24);
    assertThat(cases().stream().filter(path -> path.startsWith(FURTHER_CASES)))
        .hasSizeGreaterThanOrEqualTo(77);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areAsPelicanMakesThem(Path site) throws IOException {
    FixtureFiles.copy(site, directory);
    Cli imported = Cli.run("import", "pelican", directory.toString());
    assertThat(imported.exitCode()).as(imported.toString()).isZero();
    JSONObject made = new JSONObject(list());
    JSONObject expected = new JSONObject(Files.readString(directory.resolve("expected.json")));

    assertThat(made.keySet()).containsAll(expected.keySet());
    Map<String, Object> differences = new TreeMap<>();
    for (String key : expected.keySet()) {
      Object wanted = key.equals("outputs") ? outputs(expected) : normal(expected.get(key));
      Object found = key.equals("outputs") ? outputs(made) : normal(made.get(key));
      if (found instanceof List<?> items && wanted instanceof List<?> like) {
        found = fieldsOf(like, items);
      }
      if (!wanted.equals(found)) {
        differences.put(key, "expected " + wanted + "\n but was " + found);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(built()).isEqualTo(outputs(expected));
  }

  private String list() {
    return Cli.run("list", "--json", "--site=" + directory).out();
  }

  /// The files of a build. A site with errors is built without the sources that have them.
  private Set<String> built() throws IOException {
    JSONObject made = new JSONObject(list());
    for (Object each : made.getJSONArray("diagnostics")) {
      JSONObject diagnostic = (JSONObject) each;
      if (diagnostic.getString("severity").equals("error")) {
        Files.delete(directory.resolve(diagnostic.getString("file")));
      }
    }
    Path output = directory.resolve("built");
    Cli result = Cli.run("build", "--site=" + directory, "-o", output.toString());
    assertThat(result.exitCode()).as(result.toString()).isZero();
    try (Stream<Path> files = Files.walk(output)) {
      Set<String> paths = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .map(file -> output.relativize(file).toString())
          .filter(path -> !OWN_FILES.matcher(path).matches() && !path.startsWith(".godwit"))
          .forEach(paths::add);
      return paths;
    }
  }

  private static Set<String> outputs(JSONObject site) {
    Set<String> outputs = new TreeSet<>();
    for (Object path : site.getJSONArray("outputs")) {
      if (!OWN_FILES.matcher((String) path).matches() && !path.equals(MISSING_FILE)) {
        outputs.add((String) path);
      }
    }
    return outputs;
  }

  /// Of objects only the fields that those of the other list have.
  private static List<?> fieldsOf(List<?> like, List<?> items) {
    if (like.isEmpty() || !(like.getFirst() instanceof Map<?, ?> first)) {
      return items;
    }
    return items.stream()
        .map(
            item -> {
              Map<Object, Object> kept = new TreeMap<>((Map<?, ?>) item);
              kept.keySet().retainAll(first.keySet());
              return kept;
            })
        .toList();
  }

  /// Dates as instants, links without percent signs, white space folded.
  private static Object normal(Object value) {
    return switch (value) {
      case JSONObject object -> {
        Map<String, Object> fields = new TreeMap<>();
        for (String key : object.keySet()) {
          fields.put(
              key,
              switch (key) {
                case "date", "modified" -> instant(object.opt(key));
                case "links" -> links(object.getJSONArray(key));
                case "summary_text" -> object.getString(key).strip().replaceAll("\\s+", " ");
                default -> normal(object.get(key));
              });
        }
        yield fields;
      }
      case JSONArray array -> {
        List<Object> elements = new ArrayList<>();
        for (Object element : array) {
          if (!isMissingFile(element)) {
            elements.add(normal(element));
          }
        }
        yield elements;
      }
      default -> value.toString();
    };
  }

  private static Object instant(Object date) {
    return date instanceof String text
        ? OffsetDateTime.parse(text.replace(" ", "T")).toInstant()
        : "none";
  }

  private static List<String> links(JSONArray links) {
    List<String> decoded = new ArrayList<>();
    for (Object link : links) {
      String text = URLDecoder.decode(((String) link).replace("+", "%2B"), StandardCharsets.UTF_8);
      decoded.add(text.endsWith(MISSING_FILE) ? MISSING_FILE : text);
    }
    return decoded;
  }

  private static boolean isMissingFile(Object element) {
    return element instanceof JSONArray pair && pair.toList().contains(MISSING_FILE);
  }
}
