package godwit.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which articles a list has.
public sealed interface ListScope {
  /// All, as the index has them.
  record All() implements ListScope {}

  /// Those of a category, a tag or an author.
  record OfTerm(Term term) implements ListScope {}

  /// All by date, or those of a year, a month or a day.
  ///
  /// @param period which one; null for all
  /// @param below the archives of the periods directly below it, in the order of the articles: of
  ///   the longest kind that there is
  record Archives(@Nullable Period period, List<PeriodArchive> below) implements ListScope {
    public Archives {
      below = List.copyOf(below);
    }
  }

  /// What the list is called in messages.
  default String label() {
    return switch (this) {
      case All _ -> "the index";
      case OfTerm(Term term) -> "the " + term.taxonomy().singular() + " '" + term.name() + "'";
      case Archives(Period period, _) ->
          period == null ? "the archives" : "the archive of " + period.iso();
    };
  }

  /// The kind of list: see [godwit.config.PaginationSettings#sizes].
  default String kind() {
    return switch (this) {
      case All _ -> "index";
      case OfTerm(Term term) -> term.taxonomy().singular();
      case Archives(Period period, _) -> period == null ? "archives" : "period-archives";
    };
  }
}
