package godwit.cli;

import godwit.config.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which articles and pages are to be listed. What has several conditions has to meet all of them.
final class ListFilter {
  @Option(
      names = "--status",
      paramLabel = "STATUS",
      converter = StatusConverter.class,
      description = "Only what is published, draft or hidden.")
  private @Nullable Status status;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "Only articles of the category, by any of its names or its slug.")
  private @Nullable String category;

  @Option(
      names = "--tag",
      paramLabel = "NAME",
      description = "Only articles that have the tag, by any of its names or its slug.")
  private @Nullable String tag;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "Only what is in the language, such as en or pt-BR.")
  private @Nullable String language;

  Optional<Status> status() {
    return Optional.ofNullable(status);
  }

  Optional<String> category() {
    return Optional.ofNullable(category);
  }

  Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  Optional<String> language() {
    return Optional.ofNullable(language);
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
