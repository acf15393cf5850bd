package godwit.render;

import godwit.content.MarkdownSource;
import godwit.content.MarkdownText;
import godwit.site.Article;
import godwit.site.Entry;
import godwit.site.LinkResolver;
import godwit.site.Output;
import godwit.site.Term;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Writes the Markdown copies of articles and pages: the title, a line with the date and the
/// authors of an article, and the body as it was written, with whole URLs in its links.
final class MarkdownWriter {
  private MarkdownWriter() {}

  static byte[] write(Output.MarkdownOutput output, LinkResolver links) {
    Entry entry = output.entry();
    MarkdownSource source = entry.document().markdown();
    if (source == null) {
      throw new IllegalArgumentException(output.origin() + " has nothing to be made of");
    }
    StringBuilder text = new StringBuilder(source.text().length() + 512);
    text.append(MarkdownText.heading(1, entry.frontMatter().title())).append("\n\n");
    if (entry instanceof Article article) {
      String byline = byline(article);
      text.append(byline).append(byline.isEmpty() ? "" : "\n\n");
    }
    text.append(links.fill(entry, source).stripTrailing()).append('\n');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// `2026-03-01 · Ada, Grace`: no words, as they would have to be in the article's language.
  private static String byline(Article article) {
    List<String> parts = new ArrayList<>();
    ZonedDateTime date = article.frontMatter().date();
    if (date != null) {
      parts.add(DateTimeFormatter.ISO_LOCAL_DATE.format(date));
    }
    if (!article.authors().isEmpty()) {
      parts.add(String.join(", ", article.authors().stream().map(Term::name).toList()));
    }
    return MarkdownText.paragraph(String.join(" · ", parts));
  }
}
