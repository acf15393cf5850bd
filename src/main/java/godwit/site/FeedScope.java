package godwit.site;

/// Which articles a feed has.
public sealed interface FeedScope {
  /// All, translations included.
  record All() implements FeedScope {}

  /// All but translations.
  record Main() implements FeedScope {}

  /// Those of a category, a tag or an author.
  record OfTerm(Term term) implements FeedScope {}

  /// Those in one language.
  record OfLanguage(String language) implements FeedScope {}

  /// What it is called in messages.
  default String label() {
    return switch (this) {
      case All _ -> "all articles";
      case Main _ -> "all articles but translations";
      case OfTerm(Term term) -> "'" + term.name() + "'";
      case OfLanguage(String language) -> "the language '" + language + "'";
    };
  }
}
