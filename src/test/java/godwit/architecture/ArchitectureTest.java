package godwit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rules of the architecture, held against the code; and each held against code that breaks it,
/// so that it is known to be able to fail.
class ArchitectureTest {
  private static final String ROOT = "godwit";
  private static final String VIOLATIONS = "godwit.architecture.violations";

  private static final JavaClasses GODWIT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static List<Rule> rules(String root) {
    return Stream.of(
            PackageRules.all(root),
            LibraryRules.all(root),
            EffectRules.all(root),
            DeclarationRules.all(root))
        .flatMap(List::stream)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> theCodeKeepsTheRules() {
    return rules(ROOT).stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(),
                    () -> {
                      assertThat(rule.seen(GODWIT))
                          .as("classes that the rule saw")
                          .isGreaterThanOrEqualTo(rule.atLeast());
                      rule.check().check(GODWIT);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleCanFail() {
    JavaClasses violations = new ClassFileImporter().importPackages(VIOLATIONS);
    return rules(VIOLATIONS).stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(),
                    () ->
                        assertThat(
                                rule.check().evaluate(violations).getFailureReport().getDetails())
                            .as("what the rule finds wrong")
                            .anySatisfy(
                                wrong ->
                                    assertThat(wrong)
                                        .contains(VIOLATIONS + "." + rule.violator()))));
  }

  @Test
  void theTableHasOnlyDownwardImports() {
    // A package may use only what may not use it, however many packages lie between.
    assertThat(PackageRules.MAY_USE)
        .allSatisfy(
            (name, used) ->
                assertThat(used)
                    .allSatisfy(
                        lower -> assertThat(reachable(lower)).as(name).doesNotContain(name)));
  }

  private static List<String> reachable(String name) {
    return Stream.concat(
            Stream.of(name),
            PackageRules.MAY_USE.get(name).stream().flatMap(lower -> reachable(lower).stream()))
        .distinct()
        .toList();
  }
}
