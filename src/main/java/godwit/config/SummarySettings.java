package godwit.config;

/// How the summary is cut where an article gives none itself.
///
/// @param words how many words it has; 0 for the whole text
public record SummarySettings(int words) {}
