package godwit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What declarations may not say.
final class DeclarationRules {
  private static final String VIOLATOR = "diagnostic.DeclaresBadly";

  /// What calls a `MethodHandle` throws what that does, and that is anything.
  private static final Set<String> MAY_THROW_ANYTHING =
      Set.of(
          "libc.SystemCall$Body.make(java.lang.foreign.MemorySegment,"
              + " java.lang.foreign.Arena)");

  /// Types whose values change. What hides behind `List`, `Set` or `Map` is looked for in the
  /// static initializer.
  private static final Set<String> CHANGING =
      Set.of(
          "java.lang.StringBuilder",
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.EnumMap",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.LinkedList",
          "java.util.PriorityQueue",
          "java.util.Properties",
          "java.util.TreeMap",
          "java.util.TreeSet");

  private DeclarationRules() {}

  static List<Rule> all(String root) {
    return List.of(
        Rule.of(
            "static fields are final and hold nothing that changes",
            260,
            Rule.everything(),
            VIOLATOR,
            DeclarationRules::mutableStatics),
        Rule.of(
            "no 'throws Exception'",
            260,
            Rule.everything(),
            VIOLATOR,
            type -> throwsAnything(type, root)));
  }

  private static Stream<String> mutableStatics(JavaClass type) {
    Stream<String> fields =
        type.getFields().stream()
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(
                field ->
                    !field.getModifiers().contains(JavaModifier.FINAL)
                        || field.getRawType().isArray()
                        || isChanging(field.getRawType()))
            .map(JavaField::getFullName);
    Stream<String> made =
        type.getStaticInitializer().stream()
            .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
            .filter(call -> isChanging(call.getTargetOwner()))
            .map(call -> call.getDescription());
    return Stream.concat(fields, made);
  }

  private static boolean isChanging(JavaClass type) {
    return CHANGING.contains(type.getName())
        || type.getName().startsWith("java.util.concurrent.")
        || type.getName().startsWith("java.text.");
  }

  private static Stream<String> throwsAnything(JavaClass type, String root) {
    return type.getCodeUnits().stream()
        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(
            unit ->
                unit.getThrowsClause().containsType(Exception.class)
                    || unit.getThrowsClause().containsType(Throwable.class))
        .map(JavaCodeUnit::getFullName)
        .filter(name -> !MAY_THROW_ANYTHING.contains(name.substring(root.length() + 1)));
  }
}
