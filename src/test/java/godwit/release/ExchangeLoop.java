package godwit.release;

import godwit.build.Build;
import godwit.build.BuildListener;
import godwit.build.BuildResult;
import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Publishes sites in turn, as fast as it can, in one process: for `scripts/torture readers`.
final class ExchangeLoop {
  private ExchangeLoop() {}

  /// Publishes `args[0]` times, by the strategy `args[1]`, the sites that follow, which have one
  /// target.
  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    Strategy strategy = Strategy.valueOf(args[1].toUpperCase(Locale.ROOT));
    List<SiteConfig> sites = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      Path file = Path.of(args[i]).resolve("godwit.toml");
      sites.add(ConfigReader.read(file, new Diagnostics()).orElseThrow());
    }
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      SiteConfig site = sites.get(i % sites.size());
      publish(site, Target.open(site.targetDirectory(), strategy));
    }
    System.out.println(count + " " + (System.nanoTime() - start) / 1_000_000);
  }

  private static void publish(SiteConfig site, Target target) throws IOException {
    Instant now = Instant.now();
    Holder holder = new Holder(ProcessHandle.current().pid(), "tester", now, "godwit test");
    try (StagedRelease release = target.stage(Publishing.request(holder))) {
      BuildResult result = new Build(site, now, 1, BuildListener.none()).run(release);
      if (!(result instanceof BuildResult.Built)) {
        throw new IllegalStateException(result.toString());
      }
      release.goLive();
    }
  }
}
