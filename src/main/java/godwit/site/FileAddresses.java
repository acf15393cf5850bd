package godwit.site;

import godwit.config.SiteConfig;
import godwit.config.Substitution.TooManySteps;
import godwit.config.UrlPattern;
import godwit.config.UrlSettings;
import godwit.content.Metadata;
import godwit.content.PathMetadata;
import godwit.output.OutputPath;
import godwit.site.PatternFormatter.MissingField;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where static files go: by what the settings say of the file, else by `urls.static`.
final class FileAddresses {
  private final SiteConfig config;
  private final UrlSettings.Place usual;
  private final PathMetadata pathMetadata;
  private final Slugger slugger;

  FileAddresses(SiteConfig config) {
    this.config = config;
    this.usual = config.urls().file();
    this.pathMetadata = new PathMetadata(config);
    this.slugger = new Slugger(config.slugs());
  }

  /// @param path below the content directory
  /// @param name what diagnostics call the file
  /// @throws MissingField if the file lacks a field of the pattern
  /// @throws IllegalArgumentException if that cannot be a file; the message says why
  Address of(String path, Path file, String name) throws MissingField {
    Map<String, String> given = config.content().metadata().byPath().getOrDefault(path, Map.of());
    String saveAs = given.get("save_as");
    String url = given.get("url");
    if (saveAs == null) {
      saveAs = fill(usual.saveAs(), path, file, name);
      url = url == null ? fill(usual.url(), path, file, name) : url;
    }
    OutputPath output = new OutputPath(saveAs);
    // Links lead to the file unless the settings say otherwise.
    return url == null ? Address.of(output) : new Address(url.replaceFirst("^/", ""), output);
  }

  private String fill(UrlPattern pattern, String path, Path file, String name) throws MissingField {
    boolean isByPath = pattern.parts().stream().allMatch(part -> isPath(part));
    Metadata metadata = isByPath ? null : metadata(path, file, name);
    StringBuilder filled = new StringBuilder();
    for (UrlPattern.Part part : pattern.parts()) {
      switch (part) {
        case UrlPattern.Literal literal -> filled.append(literal.text());
        case UrlPattern.Field field -> {
          String value = value(field.name(), path, metadata);
          if (value == null) {
            throw new MissingField(
                "the address '"
                    + pattern.source()
                    + "' needs "
                    + PatternFormatter.an(field.name()));
          }
          filled.append(value);
        }
      }
    }
    return filled.toString();
  }

  private Metadata metadata(String path, Path file, String name) {
    try {
      return pathMetadata.ofFile(path, file, name);
    } catch (TooManySteps e) {
      throw new IllegalArgumentException(e.message());
    }
  }

  private static boolean isPath(UrlPattern.Part part) {
    return switch (part) {
      case UrlPattern.Literal _ -> true;
      case UrlPattern.Field field -> field.name().equals("path");
    };
  }

  private @Nullable String value(String field, String path, @Nullable Metadata metadata) {
    if (field.equals("path")) {
      return config
          .content()
          .metadata()
          .byPath()
          .getOrDefault(path, Map.of())
          .getOrDefault("path", path);
    }
    String given = metadata == null ? null : metadata.text(field);
    int dot = path.lastIndexOf('.');
    String withoutExtension = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    return switch (field) {
      case "category" ->
          slug(Taxonomy.CATEGORY, given == null ? config.content().metadata().category() : given);
      case "author" -> given == null ? "" : slug(Taxonomy.AUTHOR, given);
      case "lang" -> given == null ? config.site().language() : given;
      case "path_no_ext" -> given == null ? withoutExtension : given;
      case "base_name" ->
          given == null ? withoutExtension.substring(withoutExtension.lastIndexOf('/') + 1) : given;
      default -> given;
    };
  }

  private String slug(Taxonomy taxonomy, String name) {
    try {
      return slugger.of(taxonomy, name);
    } catch (TooManySteps e) {
      throw new IllegalArgumentException(e.message());
    }
  }
}
