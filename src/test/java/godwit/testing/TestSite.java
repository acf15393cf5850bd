package godwit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.Build;
import godwit.build.BuildListener;
import godwit.build.BuildResult;
import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A site directory that a test fills.
public final class TestSite {
  /// After every date that tests give, but for those that are to be in the future.
  public static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");

  private final Path directory;

  /// @param directory in which the site is made
  /// @param config the whole of `godwit.toml`
  public TestSite(Path directory, String config) throws IOException {
    this.directory = directory;
    file("godwit.toml", config);
  }

  /// Makes a file of the site. @param path relative to the site directory
  public TestSite file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  public TestSite article(String name, String text) throws IOException {
    return file("content/" + name, text);
  }

  public Path directory() {
    return directory;
  }

  /// The config, which has to be right.
  public SiteConfig config() {
    Diagnostics diagnostics = new Diagnostics();
    Optional<SiteConfig> config = ConfigReader.read(directory.resolve("godwit.toml"), diagnostics);
    assertThat(diagnostics.sorted()).isEmpty();
    return config.orElseThrow();
  }

  /// Builds the site, which has to be right.
  public BuiltSite build() throws IOException {
    MemorySink sink = new MemorySink();
    BuildResult result = run(sink, 2);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result).isInstanceOf(BuildResult.Built.class);
    return new BuiltSite(((BuildResult.Built) result).site(), sink.files());
  }

  /// Builds the site, whatever is wrong with it. @return what is
  public List<Diagnostic> diagnostics() throws IOException {
    return run(new MemorySink(), 2).diagnostics();
  }

  public BuildResult run(MemorySink sink, int threads) throws IOException {
    return new Build(config(), AS_OF, threads, BuildListener.none()).run(sink);
  }
}
