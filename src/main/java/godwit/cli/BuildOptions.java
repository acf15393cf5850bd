package godwit.cli;

import godwit.build.BuildListener;
import godwit.config.SiteConfig;
import godwit.control.BuildChoices;
import godwit.control.SiteCommands;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of every command that builds the site, and how each of them begins.
final class BuildOptions {
  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "Judge dates as if it were that time: 2026-12-01T09:00 (default: now).")
  private @Nullable String asOf;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads work (default: one for each processor).")
  private @Nullable Integer threads;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /// What a command does with the site.
  interface Work<R> {
    R run(SiteCommands site, BuildChoices choices, BuildListener progress) throws IOException;
  }

  /// Tells what became of it. @param <R> the result
  interface Telling<R> {
    /// @return the exit code
    int tell(R result, SiteConfig config, Duration duration);
  }

  /// Does the work, shows how far it is, and tells how it went and how long it took.
  ///
  /// @return the exit code
  <R> int run(SiteCommand command, Work<R> work, Telling<R> telling) throws IOException {
    long start = System.nanoTime();
    return command.onBuiltSite(
        site -> {
          BuildChoices choices = choices(site.config());
          R result = command.showingProgress(progress -> work.run(site, choices, progress));
          return telling.tell(result, site.config(), Duration.ofNanos(System.nanoTime() - start));
        });
  }

  private BuildChoices choices(SiteConfig config) {
    return new BuildChoices(asOf(config), threads());
  }

  private Optional<Integer> threads() {
    if (threads != null && (threads < 1 || threads > 1024)) {
      throw new ParameterException(spec.commandLine(), "--threads takes a number from 1 to 1024");
    }
    return Optional.ofNullable(threads);
  }

  private Optional<Instant> asOf(SiteConfig config) {
    if (asOf == null) {
      return Optional.empty();
    }
    return Optional.of(instant(asOf, config));
  }

  private Instant instant(String asOf, SiteConfig config) {
    try {
      if (asOf.length() <= "2026-12-01".length()) {
        return LocalDate.parse(asOf).atStartOfDay(config.site().zone()).toInstant();
      }
      String iso = asOf.replace(' ', 'T');
      boolean offset =
          iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
      return offset
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).atZone(config.site().zone()).toInstant();
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--as-of takes a time such as 2026-12-01T09:00, not '" + asOf + "'",
          e);
    }
  }
}
