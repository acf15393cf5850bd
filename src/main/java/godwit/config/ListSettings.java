package godwit.config;

import java.util.List;

/// The order of lists, and what is listed once in several languages.
///
/// @param articleOrder the field that articles are ordered by, `reversed-` before it for the other
///   way round
/// @param pageOrder the same of pages
/// @param articleIdentity the fields that are the same in all translations of an article; none if
///   nothing is a translation
/// @param pageIdentity the same of pages
/// @param areCategoriesReversed whether the list of categories goes from Z to A
/// @param areArchivesOldestFirst whether archives begin with the oldest article
public record ListSettings(
    String articleOrder,
    String pageOrder,
    List<String> articleIdentity,
    List<String> pageIdentity,
    boolean areCategoriesReversed,
    boolean areArchivesOldestFirst) {
  public ListSettings {
    articleIdentity = List.copyOf(articleIdentity);
    pageIdentity = List.copyOf(pageIdentity);
  }
}
