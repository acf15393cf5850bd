package godwit.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// Which package may use which.
final class PackageRules {
  private static final Set<String> ALL_BUT_CLI =
      Set.of(
          "libc",
          "diagnostic",
          "config",
          "process",
          "content",
          "site",
          "output",
          "render",
          "build",
          "release",
          "publish",
          "control",
          "daemon",
          "importer");

  /// For each package those of Godwit's that it may use, besides itself. The same table stands in
  /// the manual's page on the architecture. `site` has `output` because addresses are made of
  /// output paths, `publish` because its gate judges what a release is made of; `daemon` has `libc`
  /// for the sake of `daemon.socket` and `cli` for that of its `Terminal`, to which another rule
  /// narrows them.
  static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("diagnostic", Set.of()),
          entry("config", Set.of("diagnostic")),
          entry("process", Set.of()),
          entry("content", Set.of("process", "config", "diagnostic")),
          entry("output", Set.of("diagnostic")),
          entry("site", Set.of("content", "config", "output", "diagnostic")),
          entry("render", Set.of("site", "content", "config", "output", "diagnostic")),
          entry("build", Set.of("render", "site", "content", "config", "output", "diagnostic")),
          entry("libc", Set.of()),
          entry("release", Set.of("libc", "output", "diagnostic")),
          entry(
              "publish",
              Set.of("process", "build", "release", "config", "site", "output", "diagnostic")),
          entry(
              "control",
              Set.of("publish", "build", "release", "config", "site", "output", "diagnostic")),
          entry(
              "daemon",
              Set.of(
                  "control",
                  "publish",
                  "build",
                  "release",
                  "config",
                  "content",
                  "site",
                  "libc",
                  "output",
                  "diagnostic")),
          entry("importer", Set.of("config", "diagnostic")),
          entry("cli", ALL_BUT_CLI));

  /// How many classes a package has at least. Those that are not listed are still to be written.
  private static final Map<String, Integer> SIZES =
      Map.ofEntries(
          entry("diagnostic", 4),
          entry("config", 52),
          entry("process", 4),
          entry("content", 82),
          entry("output", 2),
          entry("site", 42),
          entry("render", 26),
          entry("build", 12),
          entry("libc", 24),
          entry("release", 31),
          entry("publish", 31),
          entry("control", 40),
          entry("daemon", 54),
          entry("importer", 60),
          entry("cli", 40));

  private PackageRules() {}

  static List<Rule> all(String root) {
    List<Rule> rules = new ArrayList<>();
    MAY_USE.keySet().stream().sorted().forEach(name -> rules.add(mayUse(root, name)));
    rules.add(everyPackageHasItsRow(root));
    rules.add(systemCallsOnlyWhereTheyBelong(root));
    rules.add(noCycles(root));
    rules.add(noForeignNames(root));
    rules.add(nullMarked(root));
    return rules;
  }

  /// The first part of a class's package below the root: `content` of `godwit.content.highlight`.
  private static String packageOf(JavaClass type, String root) {
    String name = type.getPackageName();
    return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.", 2)[0] : "";
  }

  private static Rule mayUse(String root, String name) {
    Set<String> allowed = MAY_USE.get(name);
    return Rule.of(
        name + " uses no package but " + allowed.stream().sorted().toList(),
        SIZES.getOrDefault(name, 0),
        DescribedPredicate.describe("are in " + name, type -> packageOf(type, root).equals(name)),
        name + ".UsesWhatItMayNot",
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(
                    dependency -> {
                      String target = packageOf(dependency.getTargetClass(), root);
                      return !target.isEmpty() && !target.equals(name) && !allowed.contains(target);
                    })
                .map(Object::toString));
  }

  private static Rule everyPackageHasItsRow(String root) {
    return Rule.of(
        "every package is in the table",
        260,
        Rule.everything(),
        "surprise.InNoTable",
        type ->
            Stream.of(type)
                .filter(t -> !MAY_USE.containsKey(packageOf(t, root)))
                .map(t -> t.getFullName() + " is in a package without a row"));
  }

  private static Rule systemCallsOnlyWhereTheyBelong(String root) {
    Set<String> homes = Set.of(root + ".libc", root + ".release", root + ".daemon.socket");
    return Rule.of(
        "libc only in release, daemon.socket and cli.Terminal",
        240,
        DescribedPredicate.describe(
            "are elsewhere",
            type ->
                !homes.contains(type.getPackageName())
                    && !type.getFullName().equals(root + ".cli.Terminal")),
        "daemon.UsesWhatItMayNot",
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(d -> packageOf(d.getTargetClass(), root).equals("libc"))
                .map(Object::toString));
  }

  private static Rule noCycles(String root) {
    return new Rule(
        "no cycles, subpackages counted on their own",
        260,
        Rule.everything(),
        SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles(),
        "render.UsesWhatItMayNot");
  }

  private static Rule noForeignNames(String root) {
    Set<String> packages = Set.of("util", "utils", "common", "impl", "helper", "helpers", "misc");
    return Rule.of(
        "no util, common, impl; no Manager, Helper, Util",
        260,
        Rule.everything(),
        "util.ThingManager",
        type -> {
          List<String> wrongs = new ArrayList<>();
          for (String part : type.getPackageName().substring(root.length()).split("\\.")) {
            if (packages.contains(part)) {
              wrongs.add(type.getFullName() + " is in a package " + part);
            }
          }
          if (type.getSimpleName().matches(".*(Manager|Helper|Utils?|Impl)")) {
            wrongs.add(type.getFullName() + " does not say what it is");
          }
          return wrongs.stream();
        });
  }

  private static Rule nullMarked(String root) {
    return Rule.of(
        "every package is @NullMarked, in a package-info",
        260,
        Rule.everything(),
        "surprise.InNoTable",
        type ->
            Stream.of(type)
                .filter(t -> !t.getPackage().isAnnotatedWith(NullMarked.class))
                .map(t -> t.getFullName() + " is in a package that is not @NullMarked"));
  }
}
