package godwit.site;

import godwit.output.OutputPath;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gives the files that pages load a second name, one that changes with their bytes. A style
/// sheet's depends on those of the files that it loads itself, so they come first.
public final class AssetNamer {
  /// How long a chain of style sheets that import each other may be. The rest has plain names.
  private static final int MOST_IMPORTS = 100;

  private final SortedMap<String, AssetSource> sources;
  private final Embeds embeds;
  private final Set<String> taken;
  private final Set<String> importing = new HashSet<>();
  private final Map<String, Output.FingerprintOutput> named = new TreeMap<>();
  private final Set<String> unnamed = new HashSet<>();

  private AssetNamer(Site site, SortedMap<String, AssetSource> sources) {
    this.sources = sources;
    this.embeds = new Embeds(site);
    this.taken = taken(site);
  }

  /// The site with a copy of each of the files under its second name.
  ///
  /// @param sources by the path of their plain output
  public static Site name(Site site, SortedMap<String, AssetSource> sources) {
    AssetNamer namer = new AssetNamer(site, sources);
    for (String path : sources.keySet()) {
      namer.named(path);
    }
    return site.withAssets(namer.named);
  }

  /// The keys of everything that the site has, directories too. What stands there already, such as
  /// an author's own file of just that name, keeps its place.
  private static Set<String> taken(Site site) {
    Set<String> taken = new HashSet<>();
    for (Output output : site.outputs()) {
      String key = output.path().collisionKey();
      taken.add(key);
      for (int slash = key.lastIndexOf('/');
          slash > 0 && taken.add(key.substring(0, slash));
          slash = key.lastIndexOf('/', slash - 1)) {}
    }
    return taken;
  }

  /// The second name of a file, or null where it has to do with its plain one.
  private @Nullable OutputPath named(String path) {
    Output.FingerprintOutput known = named.get(path);
    if (known != null) {
      return known.path();
    }
    AssetSource source = unnamed.contains(path) ? null : sources.get(path);
    if (source == null || importing.contains(path) || importing.size() == MOST_IMPORTS) {
      return null; // an import that comes back to where it began ends with a plain name
    }
    Output.FingerprintOutput output =
        switch (source) {
          case AssetSource.Whole whole -> output(whole.plain(), whole.fingerprint(), null);
          case AssetSource.Sheet(Output.CopiedOutput plain, StyleSheet sheet) -> {
            importing.add(path);
            StyleSheet rewritten = sheet.with(address -> rewritten(plain.path(), address));
            importing.remove(path);
            String fingerprint = Fingerprint.of(rewritten.bytes());
            yield output(plain, fingerprint, rewritten == sheet ? null : rewritten);
          }
        };
    if (output == null) {
      unnamed.add(path);
      return null;
    }
    named.put(path, output);
    return output.path();
  }

  private Output.@Nullable FingerprintOutput output(
      Output.CopiedOutput plain, String fingerprint, @Nullable StyleSheet rewritten) {
    OutputPath path;
    try {
      path = Fingerprint.name(plain.path(), fingerprint);
    } catch (IllegalArgumentException e) {
      return null; // the digits make the name longer than names may be
    }
    return taken.add(path.collisionKey())
        ? new Output.FingerprintOutput(path, plain, rewritten)
        : null;
  }

  /// An address in a style sheet. The copy stands beside the plain file, so that only the last part
  /// of the address is another.
  private String rewritten(OutputPath sheet, String address) {
    String file = embeds.file(sheet, address);
    OutputPath name = file == null ? null : named(file);
    if (file == null || name == null) {
      return address;
    }
    int end = address.length() - LinkTarget.parse(address).suffix().length();
    int start = address.lastIndexOf('/', end - 1) + 1;
    String last = UrlEncoding.decode(address.substring(start, end));
    if (!last.equals(file.substring(file.lastIndexOf('/') + 1))) {
      return address; // a slash is written as %2F
    }
    String fileName = UrlEncoding.path(name.fileName()).replace("(", "%28").replace(")", "%29");
    return address.substring(0, start) + fileName + address.substring(end);
  }
}
