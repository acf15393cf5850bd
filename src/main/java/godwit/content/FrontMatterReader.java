package godwit.content;

import godwit.config.SiteConfig;
import godwit.config.Status;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes [FrontMatter] of the fields of a header. What the header leaves open is taken from the
/// settings for the file's path, then from its name and folder, then from the site's defaults.
final class FrontMatterReader {
  private final SiteConfig config;
  private final Pattern fileName;

  FrontMatterReader(SiteConfig config) {
    this.config = config;
    this.fileName = Pattern.compile(config.content().filenameMetadata());
  }

  /// The fields that the settings and the file's name give.
  Metadata fromPath(SourceFile source) {
    List<MetadataField> fields = new ArrayList<>();
    SourcePosition position = SourcePosition.ofFile(source.name());
    Map<String, Map<String, String>> byPath = config.content().pathMetadata();
    for (String path = source.path(); !path.isEmpty(); path = folderOf(path)) {
      byPath
          .getOrDefault(path, Map.of())
          .forEach((name, value) -> add(LineHeader.name(name), value, position, fields));
    }
    Matcher matcher = fileName.matcher(source.baseName());
    if (matcher.lookingAt()) {
      for (String group : fileName.namedGroups().keySet()) {
        String value = matcher.group(group);
        if (value != null && !value.isBlank()) {
          add(LineHeader.name(group), value.strip(), position, fields);
        }
      }
    }
    return new Metadata(fields);
  }

  /// What was added first stays.
  private static void add(
      String name, String value, SourcePosition position, List<MetadataField> fields) {
    if (fields.stream().noneMatch(field -> field.name().equals(name))) {
      fields.add(new MetadataField(name, List.of(value), false, position));
    }
  }

  private static String folderOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /// @param headingTitle of the first heading, which comes before a title that is not the header's
  /// @param metadata the header's fields and those of [#fromPath]
  /// @return null if something is wrong; what, is among the diagnostics
  @Nullable FrontMatter read(
      SourceFile source,
      Metadata metadata,
      @Nullable String headingTitle,
      Diagnostics diagnostics) {
    Fields fields = new Fields(metadata, config.site().zone(), diagnostics);
    Status status = fields.status(config.content().defaultStatus());
    String title = title(source, metadata, headingTitle, status, diagnostics);
    ZonedDateTime date = fields.date("date");
    boolean undated = isDateNeeded(source, status) && metadata.text("date") == null;
    if (undated) {
      diagnostics.error(
          SourcePosition.ofFile(source.name()),
          "no-date",
          "the article has no date",
          "add 'Date: YYYY-MM-DD' to its header, or begin the file's name with the date");
    }
    ZonedDateTime modified = fields.date("modified");
    ZonedDateTime expires = fields.date("expires");
    if (title == null || undated || fields.failed()) {
      return null;
    }
    return new FrontMatter(
        title,
        date,
        modified,
        expires,
        status,
        metadata.text("slug"),
        category(source, metadata),
        fields.list("tags", "keywords"),
        authors(fields),
        language(metadata),
        fields.list("aliases", "alias", "redirect_from"),
        metadata.text("template"),
        metadata.text("save_as"),
        metadata.text("url"),
        "true".equalsIgnoreCase(metadata.text("translation")),
        metadata.text("description"),
        metadata);
  }

  /// Looks at the fields of a header that cannot be used as a whole, so that its author hears of
  /// all mistakes at once.
  void check(Metadata metadata, Diagnostics diagnostics) {
    Fields fields = new Fields(metadata, config.site().zone(), diagnostics);
    fields.status(config.content().defaultStatus());
    fields.date("date");
    fields.date("modified");
    fields.date("expires");
  }

  private static boolean isDateNeeded(SourceFile source, Status status) {
    return source.kind() == Kind.ARTICLE && status != Status.DRAFT && status != Status.SKIP;
  }

  private static @Nullable String title(
      SourceFile source,
      Metadata metadata,
      @Nullable String headingTitle,
      Status status,
      Diagnostics diagnostics) {
    String title = headingTitle == null ? metadata.text("title") : headingTitle;
    if (title == null && status == Status.SKIP) {
      return source.baseName();
    }
    if (title == null) {
      diagnostics.error(
          SourcePosition.ofFile(source.name()),
          "no-title",
          "the " + (source.kind() == Kind.PAGE ? "page" : "article") + " has no title",
          "add 'Title: …' to its header, or begin its text with a '# Heading'");
    }
    return title == null ? null : title.replace('\n', ' ');
  }

  private @Nullable String category(SourceFile source, Metadata metadata) {
    String given = metadata.text("category");
    if (given != null) {
      return given;
    }
    if (config.content().useFolderAsCategory() && !source.folderName().isEmpty()) {
      return source.folderName();
    }
    return source.kind() == Kind.ARTICLE ? config.content().defaultCategory() : null;
  }

  private List<String> authors(Fields fields) {
    List<String> authors = fields.list("authors", "author");
    return authors.isEmpty() && !config.site().author().isEmpty()
        ? List.of(config.site().author())
        : authors;
  }

  private String language(Metadata metadata) {
    String given = metadata.text("lang");
    return given == null ? config.site().language() : given.strip();
  }

  /// Reads single fields and remembers whether one was wrong.
  private static final class Fields {
    private final Metadata metadata;
    private final ZoneId zone;
    private final Diagnostics diagnostics;
    private boolean failed;

    Fields(Metadata metadata, ZoneId zone, Diagnostics diagnostics) {
      this.metadata = metadata;
      this.zone = zone;
      this.diagnostics = diagnostics;
    }

    boolean failed() {
      return failed;
    }

    Status status(Status fallback) {
      MetadataField field = metadata.field("status");
      if (field == null || field.text().isBlank()) {
        return fallback;
      }
      return Status.parse(field.text())
          .orElseGet(
              () -> {
                failed = true;
                diagnostics.error(
                    field.position(),
                    "status",
                    "unknown status '" + field.text() + "'",
                    "use published, draft, hidden or skip");
                return fallback;
              });
    }

    @Nullable ZonedDateTime date(String name) {
      MetadataField field = metadata.field(name);
      if (field == null || field.text().isBlank()) {
        return null;
      }
      return switch (DateReader.read(field.text(), zone)) {
        case DateReading.Read read -> {
          DateReading.Doubt doubt = read.doubt();
          if (doubt != null) {
            diagnostics.warning(field.position(), "ambiguous-date", doubt.message(), doubt.hint());
          }
          yield read.date();
        }
        case DateReading.Refused refused -> {
          failed = true;
          diagnostics.error(field.position(), "date", refused.message(), refused.hint());
          yield null;
        }
      };
    }

    /// The items of the first of these fields that is there: a list, or text with semicolons or
    /// commas between the items.
    List<String> list(String... names) {
      for (String name : names) {
        MetadataField field = metadata.field(name);
        if (field != null) {
          return List.copyOf(items(field));
        }
      }
      return List.of();
    }

    private static Set<String> items(MetadataField field) {
      Set<String> items = new LinkedHashSet<>();
      List<String> written =
          field.isList()
              ? field.values()
              : List.of(field.text().split(field.text().indexOf(';') >= 0 ? ";" : ",", -1));
      for (String item : written) {
        if (!item.isBlank()) {
          items.add(item.strip().replace('\n', ' '));
        }
      }
      return items;
    }
  }
}
