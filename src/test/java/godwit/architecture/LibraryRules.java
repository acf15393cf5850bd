package godwit.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One home for each library.
final class LibraryRules {
  /// The packages that may use a library, by the name its classes begin with. A package's
  /// subpackages are others.
  private static final Map<String, Set<String>> HOMES =
      Map.ofEntries(
          entry("org.commonmark.", Set.of("content", "content.extension")),
          entry("org.fife.", Set.of("content.highlight")),
          entry("org.snakeyaml.", Set.of("content")),
          entry("org.tomlj.", Set.of("config", "content")),
          entry("net.gcardone.", Set.of("site")),
          entry("freemarker.", Set.of("render")),
          entry("javax.swing.", Set.of("content.highlight")), // RSyntaxTextArea's own input
          entry("java.lang.foreign.", Set.of("libc")),
          entry("org.eclipse.jetty.", Set.of("daemon.http")),
          entry("org.slf4j.", Set.of("cli", "daemon", "daemon.http", "daemon.socket")),
          entry("io.methvin.", Set.of("daemon")),
          entry("io.avaje.", Set.of("cli", "control", "daemon.http", "publish", "render")),
          entry("com.github.difflib.", Set.of("control")),
          entry("picocli.", Set.of("cli")));

  /// What every package may use: the language, XML streams, and the marks of NullAway.
  private static final List<String> EVERYWHERE =
      List.of("java.", "javax.xml.stream.", "org.jspecify.");

  private LibraryRules() {}

  static List<Rule> all(String root) {
    List<Rule> rules = new ArrayList<>();
    HOMES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(home -> rules.add(home(root, home.getKey(), home.getValue())));
    rules.add(noOthers(root));
    return rules;
  }

  private static Rule home(String root, String library, Set<String> homes) {
    return Rule.of(
        library + "* only in " + homes.stream().sorted().toList(),
        180,
        DescribedPredicate.describe(
            "are elsewhere",
            type -> homes.stream().noneMatch(h -> type.getPackageName().equals(root + "." + h))),
        "diagnostic.UsesEveryLibrary",
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(d -> name(d.getTargetClass()).startsWith(library))
                .map(Object::toString));
  }

  private static Rule noOthers(String root) {
    return Rule.of(
        "no library that has no home",
        260,
        Rule.everything(),
        "diagnostic.UsesEveryLibrary",
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(
                    d -> {
                      String name = name(d.getTargetClass());
                      return name.contains(".")
                          && !name.startsWith(root + ".")
                          && EVERYWHERE.stream().noneMatch(name::startsWith)
                          && HOMES.keySet().stream().noneMatch(name::startsWith);
                    })
                .map(Object::toString));
  }

  /// Of an array's elements, where it is an array.
  private static String name(JavaClass type) {
    return type.getBaseComponentType().getName();
  }
}
