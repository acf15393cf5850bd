package godwit.publish;

import godwit.config.UrlPattern;
import godwit.config.UrlSettings;
import godwit.config.UrlSettings.Place;
import godwit.output.OutputPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders that only drafts are in, as far as the settings keep them apart. Nobody was told
/// their addresses, so a draft may go without a word: mostly it has become an article.
final class DraftPlaces {
  private final List<String> folders;

  DraftPlaces(UrlSettings urls) {
    List<String> published =
        Stream.of(urls.article(), urls.articleTranslation(), urls.page(), urls.pageTranslation())
            .flatMap(place -> folder(place).stream())
            .toList();
    this.folders =
        Stream.of(urls.draft(), urls.draftPage())
            .flatMap(place -> folder(place).stream())
            .filter(folder -> published.stream().noneMatch(other -> other.startsWith(folder)))
            .toList();
  }

  boolean has(OutputPath path) {
    return folders.stream().anyMatch(path.value()::startsWith);
  }

  /// The folder that a pattern begins with: `drafts/` of `drafts/{slug}.html`.
  private static Optional<String> folder(Place place) {
    List<UrlPattern.Part> parts = place.saveAs().parts();
    return !parts.isEmpty()
            && parts.getFirst() instanceof UrlPattern.Literal(String text)
            && text.indexOf('/') > 0
        ? Optional.of(text.substring(0, text.lastIndexOf('/') + 1))
        : Optional.empty();
  }
}
