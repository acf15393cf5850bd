package godwit.release;

import static godwit.release.Publishing.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A publisher in a process of its own.
final class OtherProcess {
  private OtherProcess() {}

  /// Does in the target `args[0]` what the other arguments say, one after the other: with none it
  /// publishes, with `hold` it only stages and waits for the end of its input.
  public static void main(String[] args) throws IOException {
    Holder holder =
        new Holder(
            ProcessHandle.current().pid(),
            "tester",
            Instant.parse("2026-05-06T07:08:09Z"),
            "godwit test");
    List<String> actions = List.of(args).subList(1, args.length);
    try {
      Target target = Target.open(Path.of(args[0]));
      for (String action : actions.isEmpty() ? List.of("publish") : actions) {
        act(target, holder, action);
      }
    } catch (ReleaseException e) {
      System.out.println(e.kind() + ": " + e.getMessage() + "\n" + e.remedy().orElse("-"));
    }
  }

  private static void act(Target target, Holder holder, String action) throws IOException {
    switch (action) {
      case "publish" -> publish(target, holder);
      case "hold" -> hold(target, holder);
      case "more" -> publishMore(target, holder);
      case "rollback" ->
          System.out.println(
              "back to " + target.rollback(holder, Optional.empty(), Publishing.SITES).live().id());
      case "fsck" -> System.out.println("found " + target.check(holder));
      case "releases" ->
          System.out.println(
              "releases " + target.releases(holder).stream().map(r -> r.state()).toList());
      case "compare" -> {
        try (ComparedRelease release = target.compare(Publishing.request(holder))) {
          release.write(file("index.html"), new byte[1]);
          System.out.println("changes " + release.changes().list().size());
        }
      }
      default -> throw new IllegalArgumentException(action);
    }
  }

  private static void publish(Target target, Holder holder) throws IOException {
    try (StagedRelease release = target.stage(Publishing.request(holder))) {
      release.write(file("index.html"), "<p>".getBytes(StandardCharsets.UTF_8));
      release.write(file("a/b/ünï.html"), new byte[100_000]);
      release.copy(file("a/copy"), Path.of("/etc/passwd"));
      System.out.println("published " + release.goLive().id());
    }
  }

  private static void hold(Target target, Holder holder) throws IOException {
    try (StagedRelease release = target.stage(Publishing.request(holder))) {
      System.out.println("holding");
      System.in.read();
    }
  }

  private static void publishMore(Target target, Holder holder) throws ReleaseException {
    int number = target.releases(holder).size() + 1;
    try (StagedRelease release = target.stage(Publishing.request(holder))) {
      Publishing.writeAll(
          release,
          Map.of("index.html", "index " + number, "pages/a.html", "a " + number, "b.html", "b"));
      System.out.println("published " + release.goLive().id());
      release.kept().forEach(kept -> System.out.println("kept " + kept));
    }
  }

  /// Starts a shell script in which `"$@"` runs [#main], and `$1` … are not to be relied on.
  ///
  /// @param environment added to this process's own
  static Process start(String script, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-ec", script, "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classPath(), OtherProcess.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /// @return what the script printed
  static String run(String script, Map<String, String> environment, String... args)
      throws IOException {
    Process process = start(script, environment, args);
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static String classPath() {
    return Stream.of(Target.class, OtherProcess.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(":"));
  }
}
