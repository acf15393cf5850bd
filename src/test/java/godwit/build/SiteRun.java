package godwit.build;

import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.content.DocumentCache;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of building a site directory.
///
/// @param isBuilt whether it could be published
/// @param messages what its author is told, as it is printed
/// @param files what the sink got; of no use where the site is not built
record SiteRun(boolean isBuilt, String messages, SortedMap<String, byte[]> files) {
  static final Instant AS_OF = Instant.parse("2026-06-01T12:00:00Z");

  /// Short, so that tests of what has no end are; long enough for a busy machine.
  private static final Build.Limits LIMITS =
      new Build.Limits(Duration.ofSeconds(8), Duration.ofSeconds(2));

  static SiteRun of(Path site) throws IOException {
    return of(site, 2);
  }

  static SiteRun of(Path site, int threads) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    Optional<SiteConfig> config = ConfigReader.read(site.resolve("godwit.toml"), diagnostics);
    if (config.isEmpty()) {
      return new SiteRun(false, printed(diagnostics.sorted()), new TreeMap<>());
    }
    MemorySink sink = new MemorySink();
    BuildResult result =
        new Build(new DocumentCache(config.get()), AS_OF, threads, BuildListener.none(), LIMITS)
            .run(sink);
    return switch (result) {
      case BuildResult.Failed failed ->
          new SiteRun(false, printed(failed.diagnostics()), sink.files());
      case BuildResult.Built built ->
          new SiteRun(true, printed(built.diagnostics()) + notYet(built), sink.files());
    };
  }

  private static String printed(Iterable<Diagnostic> diagnostics) {
    StringBuilder text = new StringBuilder();
    diagnostics.forEach(diagnostic -> text.append(diagnostic).append('\n'));
    return text.toString();
  }

  private static String notYet(BuildResult.Built built) {
    StringBuilder text = new StringBuilder();
    built.site().due().forEach(due -> text.append("not published yet: ").append(due).append('\n'));
    return text.toString();
  }
}
