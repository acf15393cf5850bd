package godwit.content;

import godwit.config.SiteConfig;
import godwit.config.Status;
import godwit.config.Substitution.TooManySteps;
import godwit.config.ZoneName;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes [FrontMatter] of the fields of a header, and of those of [PathMetadata] that it leaves
/// open.
final class FrontMatterReader {
  private final SiteConfig config;
  private final PathMetadata pathMetadata;

  FrontMatterReader(SiteConfig config) {
    this.config = config;
    this.pathMetadata = new PathMetadata(config);
  }

  /// The fields that the settings and the file's name give.
  ///
  /// @throws TooManySteps if the settings' expressions take too long on the name
  Metadata fromPath(SourceFile source) throws TooManySteps {
    return pathMetadata.of(source);
  }

  /// @param headingTitle of the first heading, where that is to be the title
  /// @param metadata the header's fields and those of [#fromPath]
  /// @return null if something is wrong; what, is among the diagnostics
  @Nullable FrontMatter read(
      SourceFile source,
      Metadata metadata,
      @Nullable String headingTitle,
      Diagnostics diagnostics) {
    Fields fields = new Fields(metadata, zone(metadata, diagnostics), diagnostics);
    Status status = fields.status();
    String title = title(source, metadata, headingTitle, status, diagnostics);
    ZonedDateTime date = fields.date("date");
    boolean undated = isDateNeeded(source, status) && metadata.text("date") == null;
    if (undated) {
      diagnostics.error(
          SourcePosition.ofFile(source.name()),
          "no-date",
          "the article has no date",
          (source.isRestructured()
                  ? "add ':date: YYYY-MM-DD' below its title"
                  : "add 'Date: YYYY-MM-DD' to its header")
              + ", or begin the file's name with the date");
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
        fields.list("tags"),
        authors(fields),
        language(metadata),
        fields.list("aliases", "alias", "redirect_from"),
        metadata.text("template"),
        metadata.text("save_as"),
        url(metadata),
        isMarked(metadata.text("translation")),
        metadata.text("description"),
        metadata);
  }

  /// Looks at the fields of a header that cannot be used as a whole, so that its author hears of
  /// all mistakes at once.
  void check(Metadata metadata, Diagnostics diagnostics) {
    Fields fields = new Fields(metadata, zone(metadata, diagnostics), diagnostics);
    fields.status();
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
    String given = metadata.text("title");
    String title = headingTitle != null || given == null ? headingTitle : TitleText.plain(given);
    if (title == null && status == Status.SKIP) {
      return source.baseName();
    }
    if (title == null) {
      diagnostics.error(
          SourcePosition.ofFile(source.name()),
          "no-title",
          "the " + (source.kind() == Kind.PAGE ? "page" : "article") + " has no title",
          source.isRestructured()
              ? "give it one heading above all others"
              : "add 'Title: …' to its header, or begin its text with a '# Heading'");
    }
    return title == null ? null : title.replace('\n', ' ');
  }

  private @Nullable String category(SourceFile source, Metadata metadata) {
    String given = metadata.text("category");
    if (given != null) {
      return given;
    }
    return source.kind() == Kind.ARTICLE ? config.content().metadata().category() : null;
  }

  private List<String> authors(Fields fields) {
    List<String> authors = fields.authors();
    return authors.isEmpty() && !config.site().author().isEmpty()
        ? List.of(config.site().author())
        : authors;
  }

  /// An empty one is the address of the site, for a page whose file is its index.
  private static @Nullable String url(Metadata metadata) {
    MetadataField field = metadata.field("url");
    if (field == null) {
      return null;
    }
    boolean isGiven = !field.text().isBlank() || "index.html".equals(metadata.text("save_as"));
    return isGiven ? field.text().strip() : null;
  }

  /// As in Pelican every word but `false` says so.
  private static boolean isMarked(@Nullable String translation) {
    return translation != null && !translation.strip().equalsIgnoreCase("false");
  }

  /// The zone of the document's dates.
  private ZoneId zone(Metadata metadata, Diagnostics diagnostics) {
    MetadataField field = metadata.field("timezone");
    if (field == null || field.text().isBlank()) {
      return config.site().zone();
    }
    Optional<ZoneId> zone = ZoneName.find(field.text().strip());
    if (zone.isEmpty()) {
      diagnostics.error(
          field.position(),
          "timezone",
          "unknown time zone '" + field.text() + "'",
          "write one such as Europe/Paris");
    }
    return zone.orElse(config.site().zone());
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

    Status status() {
      MetadataField field = metadata.field("status");
      if (field == null || field.text().isBlank()) {
        return Status.PUBLISHED;
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
                return Status.PUBLISHED;
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

    /// Several only where they are called so: `Author: Doe, Jane` is one.
    List<String> authors() {
      List<String> authors = list("authors");
      MetadataField author = metadata.field("author");
      if (!authors.isEmpty() || author == null) {
        return authors;
      }
      if (author.isList()) {
        return list("author");
      }
      return author.text().isBlank()
          ? List.of()
          : List.of(author.text().strip().replace('\n', ' '));
    }

    /// The items of the first of these fields that is there.
    List<String> list(String... names) {
      for (String name : names) {
        MetadataField field = metadata.field(name);
        if (field != null) {
          return field.items();
        }
      }
      return List.of();
    }
  }
}
