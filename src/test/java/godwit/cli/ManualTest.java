package godwit.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import godwit.publish.GateRule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Holds the manual's pages on commands and diagnostics to the code.
class ManualTest {
  private static final Path REFERENCE = Path.of("content/reference");
  private static final Path SOURCES = Path.of("src/main/java");

  /// Where a diagnostic's code stands among the arguments of what makes or passes on one.
  private static final Map<String, Integer> CODE_ARGUMENT =
      Map.of("error", 1, "warning", 1, "add", 1, "Diagnostic", 1, "Resolved", 3, "Refused", 2);

  private static final Pattern CALL =
      Pattern.compile("\\b(error|warning|add|Diagnostic|Resolved|new Refused)\\(");
  private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

  @Test
  void theDiagnosticsPageHasEveryCodeOfTheSourcesAndNoOther() throws IOException {
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(REFERENCE.resolve("diagnostics.md"))) {
      Matcher row = Pattern.compile("\\| `([a-z-]+)` \\| .+ \\| .+ \\|").matcher(line);
      if (row.matches()) {
        assertThat(documented.add(row.group(1))).as(line).isTrue();
      }
    }
    Set<String> codes = codesOfTheSources();
    codes.addAll(GateRule.codes());
    assertThat(codes).hasSizeGreaterThan(25).isEqualTo(documented);
  }

  @Test
  void theCommandsPageHasEveryOption() throws IOException {
    CommandSpec godwit = godwit();
    Map<String, List<String>> expected = new TreeMap<>();
    List<String> ofAll = rows(godwit.mixins().get("mixinStandardHelpOptions").args());
    Map<String, CommandSpec> mixins = godwit.subcommands().get("check").getCommandSpec().mixins();
    List<String> ofSites = rows(mixins.get("options").args());
    List<String> ofBuilds = rows(mixins.get("building").args());
    List<String> ofDaemons =
        rows(godwit.subcommands().get("publish").getCommandSpec().mixins().get("daemon").args());
    expected.put("Options of every command", ofAll);
    expected.put("Options of every command that works on a site", ofSites);
    expected.put("Options of every command that builds the site", ofBuilds);
    expected.put("Options of every command that a daemon can do", ofDaemons);
    commands()
        .forEach(
            (name, spec) -> {
              List<String> own = new ArrayList<>(rows(spec.args()));
              assertThat(own).as(name).containsAll(ofAll);
              own.removeAll(ofAll);
              if (spec.mixins().containsKey("options")) {
                own.removeAll(ofSites);
              }
              if (spec.mixins().containsKey("building")) {
                own.removeAll(ofBuilds);
              }
              if (spec.mixins().containsKey("daemon")) {
                own.removeAll(ofDaemons);
              }
              if (!own.isEmpty()) {
                expected.put(name, own);
              }
            });
    assertThat(rowsBySection("commands.md", "| `")).isEqualTo(expected);
  }

  @Test
  void theCommandsPageHasASectionForEachCommand() throws IOException {
    String page = Files.readString(REFERENCE.resolve("commands.md"));
    List<String> sections =
        page.lines()
            .filter(line -> line.matches("## `[a-z ]+`"))
            .map(line -> line.substring(4, line.length() - 1))
            .toList();
    assertThat(sections).containsExactlyElementsOf(commands().keySet());
    commands()
        .forEach(
            (name, spec) ->
                assertThat(page.replace('\n', ' '))
                    .as(name)
                    .contains(spec.usageMessage().description()[0].replaceAll("\\.$", "")));
  }

  @Test
  void theReadmeKnowsEveryCommandAndHowManyPagesTheManualHas() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    long pages;
    long articles;
    try (Stream<Path> walk = Files.walk(Path.of("content"))) {
      List<Path> sources = walk.filter(file -> file.toString().endsWith(".md")).toList();
      articles = sources.stream().filter(file -> file.startsWith("content/blog")).count();
      pages = sources.size() - articles;
    }

    assertThat(readme).contains("Published %d articles, %d pages and".formatted(articles, pages));
    assertThat(CommandFactory.NAMES)
        .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
  }

  @Test
  void theCommandsPageHasEveryExitCode() throws IOException, IllegalAccessException {
    Set<String> codes = new TreeSet<>();
    for (Field field : ExitCode.class.getDeclaredFields()) {
      if (field.getType() == int.class) {
        codes.add(String.valueOf(field.getInt(null)));
      }
    }
    Set<String> documented = new TreeSet<>();
    for (String row : rowsBySection("commands.md", "| ").getOrDefault("Exit codes", List.of())) {
      String first = row.substring(2, row.indexOf(' ', 2));
      if (first.matches("\\d+")) {
        documented.add(first);
      }
    }
    assertThat(documented).isEqualTo(codes);
  }

  /// The commands that do something, by what is written for them: `import pelican`.
  private static Map<String, CommandSpec> commands() {
    Map<String, CommandSpec> commands = new LinkedHashMap<>();
    godwit()
        .subcommands()
        .forEach(
            (name, command) -> {
              if (command.getSubcommands().isEmpty()) {
                commands.put(name, command.getCommandSpec());
              }
              command
                  .getSubcommands()
                  .forEach(
                      (more, inner) -> commands.put(name + " " + more, inner.getCommandSpec()));
            });
    return commands;
  }

  private static CommandSpec godwit() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return Main.commandLine(new Surroundings.Shell(nowhere, nowhere)).getCommandSpec();
  }

  /// As the page has them: parameters first, then options by their longest names.
  private static List<String> rows(List<ArgSpec> arguments) {
    Map<String, String> rows = new TreeMap<>();
    for (ArgSpec argument : arguments) {
      String description = String.join(" ", argument.description());
      String meaning =
          description.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
      if (argument instanceof OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        String names = Stream.of(option.names()).map(n -> "`" + n).collect(joining("`, "));
        rows.put(option.longestName(), "| " + names + value + "` | " + meaning + " |");
      } else {
        rows.put("", "| `" + argument.paramLabel() + "` | " + meaning + " |");
      }
    }
    return List.copyOf(rows.values());
  }

  private static Map<String, List<String>> rowsBySection(String page, String start)
      throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    String section = "";
    for (String line : Files.readAllLines(REFERENCE.resolve(page))) {
      if (line.startsWith("## ")) {
        section = line.substring(3).replace("`", "");
      } else if (line.startsWith(start)) {
        rows.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
      }
    }
    return rows;
  }

  private static Set<String> codesOfTheSources() throws IOException {
    Set<String> codes = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(SOURCES)) {
      files = walk.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(files).hasSizeGreaterThan(100);
    for (Path file : files) {
      String source = Files.readString(file);
      Matcher call = CALL.matcher(source);
      while (call.find()) {
        List<String> arguments = arguments(source, call.end());
        int at = CODE_ARGUMENT.getOrDefault(call.group(1).replace("new ", ""), 0);
        String argument = at < arguments.size() ? arguments.get(at).strip() : "";
        Matcher constant =
            Pattern.compile("String " + Pattern.quote(argument) + " = (\"[a-z-]+\");")
                .matcher(source);
        boolean named = argument.matches("[A-Z_]+") && constant.find();
        Matcher code = CODE.matcher(named ? constant.group(1) : argument);
        if (arguments.size() >= 4 && code.matches()) {
          codes.add(code.group(1));
        }
      }
    }
    return codes;
  }

  /// The arguments of a call as they are written, from behind its opening parenthesis.
  private static List<String> arguments(String source, int start) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int from = start;
    for (int i = start; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '"') {
        i = endOfString(source, i);
      } else if (c == '\'') {
        i = source.indexOf('\'', source.charAt(i + 1) == '\\' ? i + 3 : i + 2);
      } else if (c == '(' || c == '{') {
        depth++;
      } else if ((c == ')' || c == '}') && depth-- == 0) {
        arguments.add(source.substring(from, i));
        return arguments;
      } else if (c == ',' && depth == 0) {
        arguments.add(source.substring(from, i));
        from = i + 1;
      }
    }
    return arguments;
  }

  private static int endOfString(String source, int quote) {
    if (source.startsWith("\"\"\"", quote)) {
      return source.indexOf("\"\"\"", quote + 3) + 2;
    }
    int i = quote + 1;
    while (source.charAt(i) != '"') {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
