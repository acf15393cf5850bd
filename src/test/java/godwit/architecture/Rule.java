package godwit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.function.Function;
import java.util.stream.Stream;

/// A rule of the architecture, with what shows that it can fail.
///
/// @param name the rule in words
/// @param atLeast how many classes it has to look at; fewer, and it passes on nothing
/// @param violator a class below the violations that breaks it, by name
record Rule(
    String name,
    int atLeast,
    DescribedPredicate<JavaClass> scope,
    ArchRule check,
    String violator) {

  /// A rule that looks at one class after the other.
  ///
  /// @param wrongs what is wrong with a class, each in words; nothing if it keeps the rule
  static Rule of(
      String name,
      int atLeast,
      DescribedPredicate<JavaClass> scope,
      String violator,
      Function<JavaClass, Stream<String>> wrongs) {
    ArchCondition<JavaClass> condition =
        new ArchCondition<>("keep to: " + name) {
          @Override
          public void check(JavaClass type, ConditionEvents events) {
            wrongs
                .apply(type)
                .forEach(wrong -> events.add(SimpleConditionEvent.violated(type, wrong)));
          }
        };
    ArchRule check =
        ArchRuleDefinition.classes().that(scope).should(condition).allowEmptyShould(true);
    return new Rule(name, atLeast, scope, check, violator);
  }

  int seen(JavaClasses classes) {
    return classes.that(scope).size();
  }

  static DescribedPredicate<JavaClass> everything() {
    return DescribedPredicate.alwaysTrue();
  }
}
