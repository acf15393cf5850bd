package godwit.config;

/// How lists of articles are cut into pages (`[pagination]`).
///
/// @param size how many articles a list page holds; 0 for all on one page
/// @param orphans the last page joins the one before it if it would hold this many articles or
///   fewer
/// @param pattern the addresses of all its pages but the first
public record PaginationSettings(int size, int orphans, UrlPattern pattern) {}
