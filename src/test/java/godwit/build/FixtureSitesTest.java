package godwit.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every [FixtureSite] builds into exactly the files it expects, or is refused with exactly the
/// text it expects. Run with the environment's `JAVA_TOOL_OPTIONS=-Dgodwit.overwrite=true` to write
/// the expectations anew, and read the difference before you commit it.
class FixtureSitesTest {
  @TempDir Path site;

  static List<FixtureSite> all() throws IOException {
    return FixtureSite.all();
  }

  static List<FixtureSite> passing() throws IOException {
    return all().stream().filter(FixtureSite::isPassing).toList();
  }

  @Test
  void asManySitesFailAsPass() throws IOException {
    List<FixtureSite> all = all();
    long passing = all.stream().filter(FixtureSite::isPassing).count();

    assertThat(passing).isGreaterThanOrEqualTo(14);
    assertThat(all.size() - passing).isGreaterThanOrEqualTo(Math.max(25, passing));
  }

  @ParameterizedTest
  @MethodSource("all")
  void buildsAsExpected(FixtureSite fixture) throws IOException {
    SiteRun run = SiteRun.of(fixture.copyTo(site));

    if (Boolean.getBoolean("godwit.overwrite")) {
      assertThat(System.getenv("CI")).as("CI overwrites nothing").isNotEqualTo("true");
      fixture.overwrite(run);
    }
    assertThat(run.messages()).isEqualTo(fixture.expectedMessages());
    assertThat(run.isBuilt()).isEqualTo(fixture.isPassing());
    if (fixture.isPassing()) {
      assertThat(fixture.actualTree(run)).isEqualTo(fixture.expectedTree());
    }
  }

  @ParameterizedTest
  @MethodSource("passing")
  void theNumberOfThreadsChangesNothing(FixtureSite fixture) throws IOException {
    fixture.copyTo(site);

    assertThat(shown(SiteRun.of(site, 1))).isEqualTo(shown(SiteRun.of(site, 5)));
  }

  private static String shown(SiteRun run) {
    return run.files().entrySet().stream()
        .map(file -> "=== " + file.getKey() + "\n" + MemorySink.shown(file.getValue()))
        .collect(Collectors.joining("", run.messages(), ""));
  }
}
