package godwit.content;

import godwit.config.Status;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a document says of itself, or what its path and the settings say for it.
///
/// @param title plain text, never blank
/// @param date null for pages and drafts that give none
/// @param modified null where none is given
/// @param expires when it is taken down; null for never
/// @param slug null where it follows from the title
/// @param category null for pages that give none
/// @param language a BCP 47 tag
/// @param aliases old addresses, relative to the site's URL, that lead here
/// @param template null for the one that belongs to its kind
/// @param saveAs the output file instead of the one by the pattern, or null
/// @param url the address instead of the one by the pattern, or null
/// @param translation whether it is marked as a translation of an original that is not
/// @param description for search engines, or null
/// @param metadata every field, known or not, by which templates and patterns may ask
public record FrontMatter(
    String title,
    @Nullable ZonedDateTime date,
    @Nullable ZonedDateTime modified,
    @Nullable ZonedDateTime expires,
    Status status,
    @Nullable String slug,
    @Nullable String category,
    List<String> tags,
    List<String> authors,
    String language,
    List<String> aliases,
    @Nullable String template,
    @Nullable String saveAs,
    @Nullable String url,
    boolean translation,
    @Nullable String description,
    Metadata metadata) {
  public FrontMatter {
    tags = List.copyOf(tags);
    authors = List.copyOf(authors);
    aliases = List.copyOf(aliases);
  }

  FrontMatter with(Status newStatus) {
    return new FrontMatter(
        title,
        date,
        modified,
        expires,
        newStatus,
        slug,
        category,
        tags,
        authors,
        language,
        aliases,
        template,
        saveAs,
        url,
        translation,
        description,
        metadata);
  }
}
