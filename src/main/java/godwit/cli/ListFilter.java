package godwit.cli;

import godwit.config.Status;
import godwit.site.Article;
import godwit.site.Entry;
import godwit.site.Term;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which articles and pages are listed. What has several conditions has to meet all of them.
final class ListFilter implements Predicate<Entry> {
  @Option(
      names = "--status",
      paramLabel = "STATUS",
      converter = StatusConverter.class,
      description = "Only what is published, draft or hidden.")
  private @Nullable Status status;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "Only articles of the category, by its name or slug.")
  private @Nullable String category;

  @Option(
      names = "--tag",
      paramLabel = "NAME",
      description = "Only articles that have the tag, by its name or slug.")
  private @Nullable String tag;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "Only what is in the language, such as en or pt-BR.")
  private @Nullable String language;

  @Override
  public boolean test(Entry entry) {
    List<Term> categories =
        entry instanceof Article article ? List.of(article.category()) : List.of();
    List<Term> tags = entry instanceof Article article ? article.tags() : List.of();
    return (status == null || entry.status() == status)
        && has(categories, category)
        && has(tags, tag)
        && (language == null || entry.frontMatter().language().equalsIgnoreCase(language));
  }

  private static boolean has(List<Term> terms, @Nullable String wanted) {
    return wanted == null
        || terms.stream()
            .anyMatch(
                term ->
                    term.name().equalsIgnoreCase(wanted)
                        || term.slug().equals(wanted.toLowerCase(Locale.ROOT)));
  }

  /// Reads the words of headers.
  static final class StatusConverter implements ITypeConverter<Status> {
    @Override
    public Status convert(String value) {
      return Status.parse(value)
          .filter(status -> status != Status.SKIP)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + value + "' is no status; write published, draft or hidden"));
    }
  }
}
