package godwit.render;

import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.site.ThemeAsset;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The templates and assets of a site: its own, and for what it does not have itself the default
/// theme's, which is part of Godwit.
public final class Theme {
  /// The default theme's assets. A jar cannot be listed cheaply, so they are named; a test holds
  /// the list against the directory.
  static final List<String> BUNDLED_ASSETS =
      List.of("css/highlight.css", "css/main.css", "favicon.svg");

  private static final String BUNDLED = "/godwit/theme/";
  private static final String ASSETS = "assets";

  private final Path directory;
  private final String name;

  public Theme(SiteConfig config) {
    this.directory = config.templatesDirectory();
    this.name = config.content().templates();
  }

  /// The theme's files that are copied, by path.
  ///
  /// @param diagnostics receives what of the site's templates directory cannot be read
  public List<ThemeAsset> assets(Diagnostics diagnostics) throws IOException {
    Map<String, ThemeAsset> assets = new TreeMap<>();
    for (String path : BUNDLED_ASSETS) {
      assets.put(path, new ThemeAsset(path, null));
    }
    if (Files.isDirectory(directory)
        && !(Files.isReadable(directory) && Files.isExecutable(directory))) {
      unreadable(directory, diagnostics); // or the default theme would quietly take its place
    }
    Path own = directory.resolve(ASSETS);
    if (Files.isDirectory(own)) {
      Files.walkFileTree(own, new AssetVisitor(own, assets, diagnostics));
    }
    return List.copyOf(assets.values());
  }

  private void unreadable(Path file, Diagnostics diagnostics) {
    Path below = directory.relativize(file);
    diagnostics.error(
        SourcePosition.ofFile(below.toString().isEmpty() ? name : name + "/" + below),
        "unreadable",
        "no permission to read it",
        "let the user that runs godwit read it");
  }

  /// Finds the site's own assets. Symlinks are not followed.
  private final class AssetVisitor extends SimpleFileVisitor<Path> {
    private final Path own;
    private final Map<String, ThemeAsset> assets;
    private final Diagnostics diagnostics;

    AssetVisitor(Path own, Map<String, ThemeAsset> assets, Diagnostics diagnostics) {
      this.own = own;
      this.assets = assets;
      this.diagnostics = diagnostics;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = own.relativize(file).toString();
      if (!isHidden(path) && attributes.isRegularFile()) {
        assets.put(path, new ThemeAsset(path, file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      unreadable(file, diagnostics);
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean isHidden(String path) {
    return path.startsWith(".") || path.contains("/.") || path.endsWith("~");
  }

  /// What the templates directory is called in diagnostics.
  String name() {
    return name;
  }

  /// What a template is called in diagnostics.
  String nameOf(String template) {
    return find(template) == null ? "default theme: " + template : name + "/" + template;
  }

  /// The site's own template of that name, or null. A name that leads out of the directory, by
  /// itself or by a symlink, names none.
  @Nullable Path find(String template) {
    if (template.indexOf('\0') >= 0) {
      return null;
    }
    Path file = directory.resolve(template).normalize();
    if (!file.startsWith(directory) || !Files.isRegularFile(file)) {
      return null;
    }
    try {
      return file.toRealPath().startsWith(directory.toRealPath()) ? file : null;
    } catch (IOException e) {
      return null;
    }
  }

  /// Whether the site has such a template, but as a symlink that leads out of the directory.
  boolean leadsOut(String template) {
    if (template.indexOf('\0') >= 0) {
      return false;
    }
    Path file = directory.resolve(template).normalize();
    return file.startsWith(directory) && Files.isRegularFile(file) && find(template) == null;
  }

  /// Whether there is a template of that name.
  boolean has(String template) {
    return template.indexOf('\0') < 0
        && (find(template) != null || Theme.class.getResource(BUNDLED + template) != null);
  }

  /// The text of a template. @throws FileNotFoundException if there is none of that name
  byte[] read(String template) throws IOException {
    Path own = find(template);
    return own == null ? bundled(template) : Files.readAllBytes(own);
  }

  /// The bytes of one of the default theme's assets.
  public static byte[] bundledAsset(String path) throws IOException {
    return bundled(ASSETS + "/" + path);
  }

  private static byte[] bundled(String path) throws IOException {
    try (InputStream in = Theme.class.getResourceAsStream(BUNDLED + path)) {
      if (in == null) {
        throw new FileNotFoundException(path);
      }
      return in.readAllBytes();
    }
  }
}
