package godwit.config;

/// How Markdown is read (`[markdown]`).
///
/// @param smartPunctuation whether straight quotes, `--`, `---` and `...` become typographic ones
/// @param autolinks whether bare addresses in text become links
/// @param highlight whether code blocks that name a language are coloured
/// @param anchors how the anchors of headings are made of their texts
public record MarkdownSettings(
    boolean smartPunctuation, boolean autolinks, boolean highlight, Anchors anchors) {

  /// Forms of anchors.
  public enum Anchors {
    /// `#a--b` of `A & B`, `#a-1` of the second `A`.
    GITHUB,
    /// `#a-b` and `#a_1`, as Python-Markdown's toc extension makes them.
    PYTHON_MARKDOWN
  }
}
