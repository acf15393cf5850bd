package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigReader;
import godwit.config.NamePattern;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.json.JSONArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds patterns to what Python's `fnmatch` finds that fits them.
class GlobTest {
  private static boolean fits(String pattern, String name) {
    return Glob.of(pattern).map(NamePattern::of).filter(glob -> glob.matches(name)).isPresent();
  }

  /// Each line is a pattern and the names that were tried, those that fit first.
  @Test
  void namesFitAsInPython() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/test/resources/importer/fnmatch.jsonl"));
    TreeMap<String, String> wrong = new TreeMap<>();
    for (String line : lines) {
      JSONArray row = new JSONArray(line);
      for (int column = 1; column <= 2; column++) {
        for (Object name : row.getJSONArray(column)) {
          if (fits(row.getString(0), (String) name) != (column == 1)) {
            wrong.put(row.getString(0) + " " + name, Glob.of(row.getString(0)).orElse(""));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(lines).hasSizeGreaterThan(300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "*.tmp|*.tmp",
        "**|*",
        "[|\\[",
        "[]|\\[]",
        "x[|x\\[",
        "[!]a]*|[- \"-%'-,.0-Z_`b-~\u00A0-\uDBFF\uDFFF^[\\&!]*",
        "x[a/b]y|x[ab]y",
        "[]-]|{\\],[-]}",
        "[^a]|[a^]",
        "[!z-a]|?",
        "[!😀-😂]|[!😀😁😂]",
        "[!]|\\[!]",
        "[^!]|{^,!}",
        "[]^]|{\\],^}"
      })
  void isWritten(String python, String java) {
    assertThat(Glob.of(python)).hasValue(java);
  }

  @ParameterizedTest
  @CsvSource({"[z-a]", "a[/]b", "[b-a]*"})
  void fitsNothing(String python) {
    assertThat(Glob.of(python)).isEmpty();
  }

  @Test
  void areTakenByTheReader(@TempDir Path site) throws IOException {
    List<String> patterns =
        Files.readAllLines(Path.of("src/test/resources/importer/fnmatch.jsonl")).stream()
            .flatMap(line -> Glob.of(new JSONArray(line).getString(0)).stream())
            .toList();
    TomlEntry entry =
        new TomlEntry(
            "content.ignore", new TomlValue.Texts(patterns), List.of(), null, List.of(), null);
    Diagnostics diagnostics = new Diagnostics();

    ConfigReader.read(
        "[site]\ntitle = \"A\"\n" + TomlWriter.write(List.of(), List.of(entry)).text(),
        site,
        diagnostics);

    assertThat(diagnostics.sorted()).isEmpty();
  }

  /// So many characters cannot be written one by one, and rather too many names fit than too few.
  @Test
  void aSetThatIsTooLargeIsAnyCharacter() {
    assertThat(Glob.of("a[\uD83C\uDF00-\uDBFF\uDFFF]")).hasValue("a?");
    assertThat(Glob.of("a[!]\uD83D\uDE00]")).hasValue("a?");
  }
}
