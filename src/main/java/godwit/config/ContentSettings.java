package godwit.config;

import java.util.List;

/// Where the sources are and what is assumed about them (`[content]`). Every path is relative to
/// the directory named before it and has `/` between its parts.
///
/// @param path the content directory, below the site directory
/// @param templates the directory of the site's own templates, below the site directory
/// @param articles the folders of [#path] that hold articles
/// @param pages the folders of [#path] that hold pages; they are no articles
/// @param copied the folders and files of [#path] that are copied as they are
/// @param areSourcesCopied whether that goes for articles and pages in those folders, too
/// @param texts the extensions, without their dot, of the files that are articles and pages; of
///   those that Godwit reads itself
/// @param ignore glob patterns of names that are passed over everywhere
/// @param templatePages those of a template each, by the names of the templates
public record ContentSettings(
    String path,
    String templates,
    Folders articles,
    Folders pages,
    Folders copied,
    boolean areSourcesCopied,
    List<String> texts,
    List<String> ignore,
    List<TemplatePage> templatePages,
    MetadataSettings metadata,
    SummarySettings summary,
    ListSettings lists) {
  public ContentSettings {
    texts = List.copyOf(texts);
    ignore = List.copyOf(ignore);
    templatePages = List.copyOf(templatePages);
  }
}
