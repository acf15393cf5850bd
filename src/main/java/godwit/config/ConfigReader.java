package godwit.config;

import godwit.config.LinkSettings.LinkCheck;
import godwit.config.MarkdownSettings.Anchors;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads `godwit.toml`.
public final class ConfigReader {
  private ConfigReader() {}

  /// Reads the file; everything wrong with it is found in one go.
  ///
  /// @param file the path of a `godwit.toml`; its directory is the site directory
  /// @param diagnostics receives the errors, placed in the file by its name alone
  /// @return the config, or empty if there was an error
  public static Optional<SiteConfig> read(Path file, Diagnostics diagnostics) {
    Diagnostics found = new Diagnostics();
    String name = String.valueOf(file.getFileName());
    Optional<SiteConfig> config =
        ConfigFile.read(file, name, found).flatMap(text -> read(name, text, file, found));
    return unlessWrong(config, found, diagnostics);
  }

  /// The same of a text that is not in its file yet.
  ///
  /// @param directory the site directory
  public static Optional<SiteConfig> read(String text, Path directory, Diagnostics diagnostics) {
    Diagnostics found = new Diagnostics();
    String name = "godwit.toml";
    return unlessWrong(read(name, text, directory.resolve(name), found), found, diagnostics);
  }

  private static Optional<SiteConfig> read(String name, String text, Path file, Diagnostics found) {
    return TomlParsing.parse(name, text, found)
        .map(document -> read(document, directoryOf(file), found));
  }

  private static Optional<SiteConfig> unlessWrong(
      Optional<SiteConfig> config, Diagnostics found, Diagnostics diagnostics) {
    List<Diagnostic> errors = found.sorted();
    diagnostics.addAll(errors);
    return errors.isEmpty() ? config : Optional.empty();
  }

  /// The config, with fallbacks where there were errors.
  private static SiteConfig read(TomlDocument document, Path directory, Diagnostics diagnostics) {
    UnknownKeys unknownKeys = new UnknownKeys(document, diagnostics);
    unknownKeys.check();
    ConfigValues values = new ConfigValues(document, diagnostics);
    SiteSettings site = new SiteSection(document, values, unknownKeys).read();
    ContentSettings content = new ContentSection(document, values).read();
    apart(content, values);
    return new SiteConfig(
        directory,
        site,
        content,
        new MarkdownSettings(
            values.isOn(ConfigKey.MARKDOWN_SMART_PUNCTUATION),
            values.isOn(ConfigKey.MARKDOWN_AUTOLINKS),
            values.isOn(ConfigKey.MARKDOWN_HIGHLIGHT),
            values.text(ConfigKey.MARKDOWN_ANCHORS, ConfigReader::anchors)),
        new ReaderSection(directory, document, values, unknownKeys).read(),
        new SlugSection(document, values).read(),
        UrlSection.read(values),
        new PaginationSection(document, values, unknownKeys).read(),
        new RelatedSettings(values.number(ConfigKey.RELATED_ITEMS, 0, RelatedSettings.MOST)),
        new TermSettings(
            values.isOn(ConfigKey.TERMS_TAG_CLOUD),
            values.number(ConfigKey.TERMS_STEPS, 1, TermSettings.MOST_STEPS)),
        FeedSection.read(values),
        new LlmsSettings(
            values.isOn(ConfigKey.LLMS_LIST),
            values.number(ConfigKey.LLMS_ARTICLES),
            values.isOn(ConfigKey.LLMS_COPIES)),
        new LinkSettings(values.text(ConfigKey.LINKS_CHECK, ConfigReader::linkCheck)),
        new AssetSettings(values.isOn(ConfigKey.ASSETS_FINGERPRINT)),
        PublishSection.read(
            directory,
            content,
            values,
            new AfterSection(directory, document, values, unknownKeys).read()),
        DaemonSection.read(directory, values));
  }

  private static void apart(ContentSettings content, ConfigValues values) {
    if (content.path().equals(content.templates())) {
      ConfigKey key =
          values.has(ConfigKey.CONTENT_TEMPLATES)
              ? ConfigKey.CONTENT_TEMPLATES
              : ConfigKey.CONTENT_PATH;
      BadValueException bad =
          new BadValueException("templates and content cannot be in one directory", null);
      values.bad(key.fullName(), values.position(key), bad);
    }
  }

  private static Anchors anchors(String value) throws BadValueException {
    return switch (value) {
      case "github" -> Anchors.GITHUB;
      case "python-markdown" -> Anchors.PYTHON_MARKDOWN;
      default ->
          throw new BadValueException(
              "must be \"github\" or \"python-markdown\"",
              "github is #a--b of 'A & B', python-markdown is #a-b");
    };
  }

  private static LinkCheck linkCheck(String value) throws BadValueException {
    return switch (value) {
      case "error" -> LinkCheck.ERROR;
      case "warn" -> LinkCheck.WARN;
      case "off" -> LinkCheck.OFF;
      default ->
          throw new BadValueException("unknown level '" + value + "'", "write error, warn or off");
    };
  }

  /// The directory that the file is in, without symlinks and `..`, so that paths can be compared.
  private static Path directoryOf(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IllegalArgumentException("not a file: " + file);
    }
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot resolve " + directory, e);
    }
  }
}
