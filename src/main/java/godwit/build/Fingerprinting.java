package godwit.build;

import godwit.render.Theme;
import godwit.site.AssetNamer;
import godwit.site.AssetSource;
import godwit.site.Embeds;
import godwit.site.Fingerprint;
import godwit.site.Output;
import godwit.site.Site;
import godwit.site.StyleSheet;
import godwit.site.ThemeAsset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the files that pages load, each once, so that [AssetNamer] can name them: the theme's
/// assets, what the texts of entries embed, and what the style sheets among these load themselves.
final class Fingerprinting {
  /// A larger file is a video or an archive. It has its plain name alone: a second copy of it would
  /// cost more than it is worth.
  static final long LARGEST_BYTES = 64 << 20;

  private final Map<String, Output.CopiedOutput> files = new HashMap<>();
  private final TreeMap<String, AssetSource> sources = new TreeMap<>();
  private final Set<String> seen = new TreeSet<>();
  private final Embeds embeds;

  private Fingerprinting(Site site) {
    this.embeds = new Embeds(site);
    for (Output output : site.outputs()) {
      if (output instanceof Output.CopiedOutput copied) {
        files.put(copied.path().value(), copied);
      }
    }
  }

  /// The site with a copy of each of these files under a name that changes with its bytes.
  static Site add(Site site, Workers workers) throws IOException {
    if (!site.config().assets().fingerprint()) {
      return site;
    }
    Fingerprinting work = new Fingerprinting(site);
    List<Output.CopiedOutput> next = new ArrayList<>();
    for (Set<String> embedded : workers.map(site.entries(), work.embeds::of)) {
      work.addNew(embedded, next);
    }
    work.addNew(work.assets(), next);
    while (!next.isEmpty()) {
      next = work.take(workers.map(next, Fingerprinting::read));
    }
    return AssetNamer.name(site, work.sources);
  }

  private List<String> assets() {
    return files.values().stream()
        .filter(Output.AssetOutput.class::isInstance)
        .map(file -> file.path().value())
        .toList();
  }

  private void addNew(Iterable<String> paths, List<Output.CopiedOutput> unread) {
    for (String path : paths) {
      Output.CopiedOutput file = files.get(path);
      if (file != null && seen.add(path)) {
        unread.add(file);
      }
    }
  }

  /// Takes what was read. @return the files that its style sheets load and that are still to be
  /// read
  private List<Output.CopiedOutput> take(List<Optional<AssetSource>> read) {
    List<Output.CopiedOutput> next = new ArrayList<>();
    for (Optional<AssetSource> source : read) {
      source.ifPresent(
          found -> {
            sources.put(found.plain().path().value(), found);
            if (found instanceof AssetSource.Sheet(Output.CopiedOutput plain, StyleSheet sheet)) {
              addNew(embeds.of(plain.path(), sheet), next);
            }
          });
    }
    return next;
  }

  /// @return empty for a file that has its plain name alone
  private static Optional<AssetSource> read(Output.CopiedOutput file) throws IOException {
    return switch (file) {
      case Output.StaticOutput copied -> read(file, copied.source());
      case Output.SourceOutput copy -> read(file, copy.source());
      case Output.AssetOutput(_, ThemeAsset(String path, Path own)) ->
          own == null ? Optional.of(source(file, Theme.bundledAsset(path))) : read(file, own);
    };
  }

  private static Optional<AssetSource> read(Output.CopiedOutput file, Path source)
      throws IOException {
    try {
      if (Files.size(source) > LARGEST_BYTES) {
        return Optional.empty();
      }
      return Optional.of(
          StyleSheet.isOne(file.path().value())
              ? source(file, Files.readAllBytes(source))
              : new AssetSource.Whole(file, fingerprint(source)));
    } catch (IOException e) {
      if (Files.isReadable(source)) {
        throw e;
      }
      return Optional.empty(); // where it is copied that is told
    }
  }

  private static AssetSource source(Output.CopiedOutput file, byte[] bytes) {
    return StyleSheet.isOne(file.path().value())
        ? new AssetSource.Sheet(file, StyleSheet.of(bytes))
        : new AssetSource.Whole(file, Fingerprint.of(bytes));
  }

  private static String fingerprint(Path file) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    byte[] buffer = new byte[64 << 10];
    try (InputStream in = Files.newInputStream(file)) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        fingerprint.update(buffer, length);
      }
    }
    return fingerprint.digits();
  }
}
