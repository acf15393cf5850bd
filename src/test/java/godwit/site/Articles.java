package godwit.site;

import godwit.config.Status;
import godwit.content.Body;
import godwit.content.Document;
import godwit.content.FrontMatter;
import godwit.content.Kind;
import godwit.content.Metadata;
import godwit.content.SourceFile;
import godwit.output.OutputPath;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/// Articles for tests that need no site.
final class Articles {
  private static final ZonedDateTime FIRST =
      ZonedDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private Articles() {}

  static Article article(String slug) {
    return article(slug, 0, List.of());
  }

  /// @param hour of its date, counted from some day on
  static Article article(String slug, int hour, List<String> tags) {
    FrontMatter frontMatter =
        new FrontMatter(
            slug,
            FIRST.plusHours(hour),
            null,
            null,
            Status.PUBLISHED,
            slug,
            null,
            tags,
            List.of(),
            "en",
            List.of(),
            null,
            null,
            null,
            false,
            null,
            Metadata.NONE);
    SourceFile source =
        new SourceFile(slug + ".md", Path.of(slug), "content/" + slug + ".md", Kind.ARTICLE);
    Document document =
        new Document(
            source, frontMatter, Body.EMPTY, Body.EMPTY, Map.of(), List.of(), List.of(), 0, null);
    return new Article(
        document,
        slug,
        Address.of(new OutputPath(slug + ".html")),
        term(Taxonomy.CATEGORY, "misc"),
        tags.stream().map(tag -> term(Taxonomy.TAG, tag)).toList(),
        List.of());
  }

  private static Term term(Taxonomy taxonomy, String name) {
    return new Term(taxonomy, name, name, name, null);
  }
}
