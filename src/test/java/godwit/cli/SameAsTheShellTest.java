package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.control.FakeDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A long story, told by a daemon and by the shell: each word of it is the same.
class SameAsTheShellTest extends DaemonCallScenario {
  /// Something that is done to a site.
  private interface Step {
    Cli on(Path site) throws IOException;
  }

  private static Step command(String... words) {
    String[] arguments = List.of(words).subList(1, words.length).toArray(String[]::new);
    return site -> onSite(site, words[0], arguments);
  }

  private static Step change(String path, String text) {
    return site -> {
      file(site, path, text);
      return new Cli(0, "", "");
    };
  }

  private static Step delete(String... names) {
    return site -> {
      for (String name : names) {
        Files.delete(site.resolve("content/" + name + ".md"));
      }
      return new Cli(0, "", "");
    };
  }

  private static List<Step> story() {
    return List.of(
        command("releases"),
        command("rollback"),
        command("publish", "--dry-run"),
        command("publish"),
        command("publish"),
        command("publish", "--json"),
        command("publish", "--quiet"),
        change("content/one.md", article("another")),
        command("diff"),
        command("diff", "content/one.md"),
        command("diff", "--json", "one.html"),
        command("diff", "--", "-nowhere"),
        command("publish", "--json", "--as-of", "2026-06-01"),
        command("publish", "--as-of=yesterday"),
        change("content/two.md", "Title: two\nDate: someday\n\n[x]({filename}nowhere.md)\n"),
        command("publish"),
        command("publish", "--json"),
        command("diff"),
        delete("two", "three", "four", "five"),
        command("publish"),
        command("publish", "--json"),
        command("publish", "--allow=no-such-rule"),
        command("publish", "--allow", "max-removed,secret", "--dry-run"),
        command("publish", "--force"),
        command("releases"),
        command("releases", "--json"),
        command("rollback", "1999"),
        command("rollback", "20"),
        command("rollback"),
        command("rollback", "--json"),
        command("schedule"),
        command("schedule", "--json"));
  }

  @Test
  void aDaemonTellsTheSameAsTheShell() throws IOException {
    Path other = makeSite("other");
    ServedSite daemon = served(directory);
    int exitCodes = 0;
    try (FakeDaemon _ = daemon.listen(socket)) {
      for (Step step : story()) {
        Cli served = step.on(directory);
        Cli direct = step.on(other);
        assertThat(served).isEqualTo(direct);
        exitCodes |= 1 << served.exitCode();
      }
    }
    assertThat(daemon.asked).hasSize(story().size() - 3);
    assertThat(exitCodes).as("exit codes 0, 1, 2 and 7").isEqualTo(0b10000111);
  }
}
