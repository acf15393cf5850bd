package godwit.config;

/// How the summary is cut where an article gives none itself.
///
/// @param words how many words it has at most; 0 for none, [#ALL_WORDS] for the whole text
/// @param paragraphs how many paragraphs it has at most; 0 for as many as there are
/// @param end what stands behind a text that was cut
public record SummarySettings(int words, int paragraphs, String end) {
  public static final int ALL_WORDS = Integer.MAX_VALUE;
}
