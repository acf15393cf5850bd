package godwit.site;

import org.jspecify.annotations.Nullable;

/// Which articles a list has.
public sealed interface ListScope {
  /// All, as the index has them.
  record All() implements ListScope {}

  /// Those of a category, a tag or an author.
  record OfTerm(Term term) implements ListScope {}

  /// All by date, or those of a year, a month or a day.
  ///
  /// @param period which one, as `2026`, `2026-03` or `2026-03-01`; null for all
  record Archives(@Nullable String period) implements ListScope {}

  /// What the list is called in messages.
  default String label() {
    return switch (this) {
      case All _ -> "the index";
      case OfTerm(Term term) -> "the " + term.taxonomy().singular() + " '" + term.name() + "'";
      case Archives(String period) -> period == null ? "the archives" : "the archive of " + period;
    };
  }

  /// The kind of list: see [godwit.config.PaginationSettings#sizes].
  default String kind() {
    return switch (this) {
      case All _ -> "index";
      case OfTerm(Term term) -> term.taxonomy().singular();
      case Archives(String period) -> period == null ? "archives" : "period-archives";
    };
  }
}
