package godwit.publish;

import godwit.config.SiteConfig;
import godwit.diagnostic.SourcePosition;
import godwit.release.Change;
import godwit.release.Changes;
import godwit.site.Output;
import godwit.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds files that nobody means to publish. The scan of the content directory passes over most of
/// them; what is here came by another way: named by the settings, linked to, saved under such a
/// name, or among the theme's assets.
///
/// Only what a publish adds or changes is looked at: a file that was allowed once need not be
/// allowed again.
final class SecretFiles {
  private static final int LOOKED_AT = 64 << 10;

  /// Names that hold secrets whoever named them.
  private static final Pattern SECRET =
      Pattern.compile(
          "\\.env|\\.env\\..*|\\.git|\\.hg|\\.svn|\\.ssh|\\.gnupg|\\.?htpasswd|\\.netrc|\\.npmrc"
              + "|\\.pgpass|id_(rsa|dsa|ecdsa|ed25519)|credentials\\.json"
              + "|.*\\.(p12|pfx|jks|kdbx|ppk)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-[0-9]+:");

  private final SiteConfig config;

  SecretFiles(SiteConfig config) {
    this.config = config;
  }

  void find(Site site, Changes changes, Consumer<Gate.Finding> found) throws IOException {
    for (Change change : changes.list()) {
      Optional<Output> output = site.output(change.file().path());
      if (output.isPresent()) {
        look(output.get(), found);
      }
    }
  }

  private void look(Output output, Consumer<Gate.Finding> found) throws IOException {
    @Nullable Path source = sourceOf(output);
    @Nullable String name = secretName(output);
    if (name != null) {
      String message = "'%s' must not be published (as %s)".formatted(name, output.path());
      found.accept(new Gate.Finding(place(output), message, remedy(output)));
    } else if (source != null && PRIVATE_KEY.matcher(beginning(source)).find()) {
      String message = "it holds a private key (would be published as " + output.path() + ")";
      found.accept(
          new Gate.Finding(
              place(output), message, "move it out of the site; make a new key if it was live"));
    }
  }

  /// The part of the path, or of the source's path, that gives it away, or null.
  private @Nullable String secretName(Output output) {
    for (String part : output.path().value().split("/", -1)) {
      if (SECRET.matcher(part).matches() || isHidden(part, output)) {
        return part;
      }
    }
    if (output instanceof Output.StaticOutput file) {
      String name = String.valueOf(file.source().getFileName());
      return SECRET.matcher(name).matches() ? name : null;
    }
    return null;
  }

  private boolean isHidden(String part, Output output) {
    return part.startsWith(".") && !part.equals(".well-known") && !isNamed(part, output);
  }

  /// Whether the settings have that very name: among the static paths, or as a file's place.
  private boolean isNamed(String part, Output output) {
    if (!(output instanceof Output.StaticOutput)) {
      return false;
    }
    List<String> paths = config.content().copied().paths();
    return paths.stream().anyMatch(path -> List.of(path.split("/", -1)).contains(part))
        || config.content().metadata().byPath().values().stream()
            .flatMap(metadata -> metadata.values().stream())
            .anyMatch(place -> place.equals(output.path().value()));
  }

  private static @Nullable Path sourceOf(Output output) {
    return switch (output) {
      case Output.StaticOutput file -> file.source();
      case Output.SourceOutput copy -> copy.source();
      case Output.AssetOutput asset -> asset.asset().file();
      case Output.FingerprintOutput copy -> sourceOf(copy.plain());
      case Output.EntryOutput _,
          Output.ListOutput _,
          Output.TermsOutput _,
          Output.TemplateOutput _,
          Output.FeedOutput _,
          Output.MarkdownOutput _,
          Output.LlmsOutput _,
          Output.AliasOutput _,
          Output.PageToComeOutput _,
          Output.SeriesOutput _,
          Output.SitemapOutput _,
          Output.SitemapIndexOutput _,
          Output.OwnOutput _ ->
          null;
    };
  }

  private SourcePosition place(Output output) {
    if (output instanceof Output.EntryOutput entry) {
      return entry.position();
    }
    return SourcePosition.ofFile(
        output instanceof Output.AssetOutput asset
            ? config.content().templates() + "/assets/" + asset.asset().path()
            : output.origin());
  }

  private static String remedy(Output output) {
    return output instanceof Output.EntryOutput
        ? "give it another save_as or slug"
        : "take it out of content.static, or out of the links to it";
  }

  /// The first bytes, each as a character: what is looked for is ASCII.
  private static String beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
    }
  }
}
