package godwit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The developers' pages name only what there is, and the package table has every package.
class ArchitecturePageTest {
  private static final Path PAGES = Path.of("content/developers");
  private static final Path ARCHITECTURE = PAGES.resolve("architecture.md");
  private static final Path MAIN = Path.of("src/main/java");

  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern PACKAGE = Pattern.compile("godwit(\\.(?!toml)[a-z]+)+");
  private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+(?:[A-Z]\\w*)*");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z.]+)` \\|.*");

  @Test
  void namesOnlyClassesPackagesAndFilesThatExist() throws IOException {
    Set<String> classes = new TreeSet<>();
    for (Path file : files(Path.of("src"), ".java")) {
      classes.add(file.getFileName().toString().replace(".java", ""));
    }
    List<String> missing = new ArrayList<>();
    int checked = 0;
    for (Path page : files(PAGES, ".md")) {
      Matcher code = CODE.matcher(Files.readString(page));
      while (code.find()) {
        String name = code.group(1);
        boolean exists;
        if (PACKAGE.matcher(name).matches()) {
          exists = Files.isDirectory(MAIN.resolve(name.replace('.', '/')));
        } else if (name.contains("/") && name.matches("[\\w./-]+") && !name.startsWith("/")) {
          exists = Files.exists(Path.of(name)) || name.matches("(target|META-INF)/.*");
        } else if (CLASS.matcher(name).matches()) {
          exists = classes.contains(name);
        } else {
          continue;
        }
        checked++;
        if (!exists) {
          missing.add(page + ": " + name);
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(checked).isGreaterThan(40);
  }

  @Test
  void thePackageTableHasEveryPackage() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path file : files(MAIN.resolve("godwit"), "package-info.java")) {
      packages.add(
          MAIN.resolve("godwit").relativize(file.getParent()).toString().replace('/', '.'));
    }
    Set<String> rows = new TreeSet<>();
    for (String line : Files.readAllLines(ARCHITECTURE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(row.group(1));
      }
    }
    assertThat(rows).isEqualTo(packages);
  }

  private static List<Path> files(Path directory, String end) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
