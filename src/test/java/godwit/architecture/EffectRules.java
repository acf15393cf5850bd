package godwit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// Who may touch the world: the console, the clock, the names of files, threads, reflection.
final class EffectRules {
  private static final String VIOLATOR = "diagnostic.TouchesTheWorld";

  private static final Pattern CLOCK_FACTORY = Pattern.compile("(system|tick).*");
  private static final Pattern FILE_NAMES =
      Pattern.compile("move|delete|deleteIfExists|createLink|createSymbolicLink");
  private static final Pattern REFLECTION =
      Pattern.compile(
          "forName|newInstance|get(Declared)?(Method|Field|Constructor|Class)s?"
              + "|get(Declared)?(Methods|Fields|Constructors|Classes)|getRecordComponents");

  private EffectRules() {}

  static List<Rule> all(String root) {
    return List.of(
        outside(root, Set.of("cli"), 240, "console and exit only in cli", EffectRules::isConsole),
        outside(
            root,
            Set.of("cli", "daemon"),
            240,
            "the system clock only in cli and daemon",
            EffectRules::isClock),
        outside(
            root,
            Set.of("cli", "daemon", "build", "render", "publish.Publisher"),
            200,
            "System.nanoTime only where time is measured",
            (owner, name) -> owner.equals("java.lang.System") && name.equals("nanoTime")),
        outside(
            root,
            // What a child process reads and prints stands in files that are deleted after it.
            // The control socket is renamed into its place.
            Set.of(
                "release",
                "build.DirectorySink",
                "process.TemporaryFile",
                "daemon.socket.ControlSocket"),
            230,
            "renames, links and deletions only in release, the build's sink and the socket",
            EffectRules::changesNames),
        outside(
            root,
            // What is run at a signal has to be a thread.
            Set.of("build", "daemon", "cli.InterruptNotice", "cli.DaemonCommand"),
            240,
            "threads only in build and daemon",
            EffectRules::isThread),
        outside(root, Set.of(), 260, "no reflection of our own", EffectRules::isReflection),
        outside(
            root,
            Set.of("process.ChildProcess"), // ProcessBuilder takes nothing else
            260,
            "no java.io.File",
            (owner, name) ->
                owner.equals("java.io.File")
                    || (owner.equals("java.nio.file.Path") && name.equals("toFile"))));
  }

  /// @param homes packages or classes below the root that may
  /// @param refused of the owner and the name of a method, constructor or field that is used
  private static Rule outside(
      String root,
      Set<String> homes,
      int atLeast,
      String name,
      BiPredicate<String, String> refused) {
    return Rule.of(
        name,
        atLeast,
        DescribedPredicate.describe("are elsewhere", type -> !isIn(type, root, homes)),
        VIOLATOR,
        type ->
            type.getAccessesFromSelf().stream()
                .filter(a -> refused.test(a.getTargetOwner().getName(), a.getTarget().getName()))
                .map(JavaAccess::getDescription));
  }

  private static boolean isIn(JavaClass type, String root, Set<String> homes) {
    return homes.stream()
        .map(home -> root + "." + home)
        .anyMatch(
            home ->
                type.getName().equals(home)
                    || type.getName().startsWith(home + ".")
                    || type.getName().startsWith(home + "$"));
  }

  private static boolean isConsole(String owner, String name) {
    return switch (owner) {
      case "java.lang.System" -> Set.of("out", "err", "in", "exit", "console").contains(name);
      case "java.lang.Runtime" -> Set.of("exit", "halt", "addShutdownHook").contains(name);
      case "java.lang.IO" -> true;
      default -> name.equals("printStackTrace");
    };
  }

  private static boolean changesNames(String owner, String name) {
    return switch (owner) {
      case "java.nio.file.Files" -> FILE_NAMES.matcher(name).matches();
      case "godwit.libc.FileCalls" -> Set.of("exchange", "move").contains(name);
      default -> false;
    };
  }

  private static boolean isClock(String owner, String name) {
    return switch (owner) {
      case "java.lang.System" -> name.equals("currentTimeMillis");
      case "java.time.Clock" -> CLOCK_FACTORY.matcher(name).matches();
      case "java.util.Date", "java.util.GregorianCalendar" -> name.equals("<init>");
      case "java.util.Calendar" -> name.equals("getInstance");
      default -> owner.startsWith("java.time.") && name.equals("now");
    };
  }

  private static boolean isThread(String owner, String name) {
    return switch (owner) {
      case "java.lang.Thread" ->
          Set.of("<init>", "start", "ofPlatform", "ofVirtual", "startVirtualThread").contains(name);
      case "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.Timer" ->
          true;
      case "java.util.concurrent.CompletableFuture" -> name.endsWith("Async");
      default -> name.equals("parallelStream") || name.equals("parallel");
    };
  }

  private static boolean isReflection(String owner, String name) {
    return owner.startsWith("java.lang.reflect.")
        || owner.equals("java.lang.invoke.MethodHandles$Lookup")
        || (owner.equals("java.lang.Class") && REFLECTION.matcher(name).matches());
  }
}
