package godwit.content;

import godwit.config.DefaultDate;
import godwit.config.FieldExpression;
import godwit.config.MetadataSettings;
import godwit.config.SiteConfig;
import godwit.config.Substitution.TooManySteps;
import godwit.diagnostic.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The fields of a document that its header does not give, and those of static files. The first of
/// these counts: the file's name, its path, its folder; the settings for its path, then those for
/// the folders above; the date of the file; the site's defaults. (Pelican's `Readers.read_file`.)
public final class PathMetadata {
  private final MetadataSettings settings;
  private final ZoneId zone;
  private final FieldExpression fileName;
  private final FieldExpression path;

  public PathMetadata(SiteConfig config) {
    this.settings = config.content().metadata();
    this.zone = config.site().zone();
    this.fileName = new FieldExpression(settings.fileName());
    this.path = new FieldExpression(settings.path());
  }

  /// Those of a file that is no document.
  ///
  /// @param path below the content directory
  /// @param name what diagnostics call it
  /// @throws TooManySteps if the expressions of the settings take too long on its name
  public Metadata ofFile(String path, Path file, String name) throws TooManySteps {
    return of(new SourceFile(path, file, name, Kind.PAGE)); // the kind makes no difference
  }

  /// @throws TooManySteps if the expressions of the settings take too long on its name
  Metadata of(SourceFile source) throws TooManySteps {
    Fields fields = new Fields(SourcePosition.ofFile(source.name()));
    fields.addAll(fileName.fields(source.baseName()));
    fields.addAll(path.fields(source.path()));
    if (settings.useFolderAsCategory()) {
      fields.add("category", source.folderName());
    }
    for (String at = source.path(); !at.isEmpty(); at = folderOf(at)) {
      fields.addAll(settings.byPath().getOrDefault(at, Map.of()));
    }
    switch (settings.date()) {
      case DefaultDate.OfFile _ -> addDateOfFile(source, fields);
      case DefaultDate.At(var local) -> fields.add("date", local.toString());
      case DefaultDate.None _ -> {}
    }
    fields.addAll(settings.defaults());
    return new Metadata(fields.found);
  }

  private void addDateOfFile(SourceFile source, Fields fields) {
    try {
      String date =
          Files.getLastModifiedTime(source.file())
              .toInstant()
              .truncatedTo(ChronoUnit.SECONDS)
              .atZone(zone)
              .toOffsetDateTime()
              .toString();
      fields.add("date", date);
      fields.add("modified", date);
    } catch (IOException e) {
      // It is gone since it was read, which the next build tells.
    }
  }

  private static String folderOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /// What was added first stays.
  private static final class Fields {
    private final SourcePosition position;
    private final List<MetadataField> found = new ArrayList<>();

    Fields(SourcePosition position) {
      this.position = position;
    }

    void add(String name, String value) {
      if (!value.isBlank() && found.stream().noneMatch(field -> field.name().equals(name))) {
        found.add(new MetadataField(name, List.of(value.strip()), false, position));
      }
    }

    void addAll(Map<String, String> values) {
      values.forEach((name, value) -> add(MetadataField.name(name), value));
    }
  }
}
