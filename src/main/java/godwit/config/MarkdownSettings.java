package godwit.config;

/// How Markdown is read (`[markdown]`).
///
/// @param smartPunctuation whether straight quotes, `--`, `---` and `...` become typographic ones
/// @param autolinks whether bare addresses in text become links
/// @param highlight whether code blocks that name a language are coloured
public record MarkdownSettings(boolean smartPunctuation, boolean autolinks, boolean highlight) {}
