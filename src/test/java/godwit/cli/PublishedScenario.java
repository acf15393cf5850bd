package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A site of six articles, and the commands that publish it and tell of what was published.
abstract class PublishedScenario {
  static final Pattern FINGERPRINTED = Pattern.compile("\\.[0-9a-z]{8,}\\.[a-z]+");

  @TempDir Path temporary;
  Path directory;

  @BeforeEach
  void makeSite() throws IOException {
    directory = temporary.toRealPath();
    file("godwit.toml", "[site]\ntitle = \"Flock\"\nurl = \"https://example.org/blog\"\n");
    for (String name : List.of("one", "two", "three", "four", "five", "six")) {
      file("content/" + name + ".md", article(name, "Text of " + name + "."));
    }
  }

  static String article(String name, String text) {
    return "Title: " + name + "\nDate: 2026-01-02 10:00\n\nA line.\n\n" + text + "\n";
  }

  void file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void delete(String... names) throws IOException {
    for (String name : names) {
      Files.delete(directory.resolve("content/" + name + ".md"));
    }
  }

  Cli onSite(String command, String... arguments) {
    return raw(command, arguments).without(directory);
  }

  Cli raw(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--site=" + directory));
    all.addAll(List.of(arguments));
    if (List.of("publish", "diff").contains(command)) {
      all.add("--as-of=2026-06-01T00:00Z");
    }
    return Cli.run(all.toArray(String[]::new));
  }

  JSONObject json(int exitCode, String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    Cli told = raw(command, all.toArray(String[]::new));
    assertThat(told.err()).isEmpty();
    assertThat(told.exitCode()).as(told.out()).isEqualTo(exitCode);
    return told.json();
  }
}
