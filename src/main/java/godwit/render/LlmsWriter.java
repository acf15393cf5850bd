package godwit.render;

import godwit.content.HtmlText;
import godwit.content.MarkdownText;
import godwit.site.Address;
import godwit.site.Entry;
import godwit.site.MarkdownCopy;
import godwit.site.Output;
import godwit.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes `llms.txt` (llmstxt.org, "Format"): what there is to read on the site, each with a line
/// about it.
final class LlmsWriter {
  /// How long such a line is at most.
  private static final int LONGEST = 200;

  private final Site site;
  private final StringBuilder text = new StringBuilder();

  private LlmsWriter(Site site) {
    this.site = site;
  }

  static byte[] write(Site site, Output.LlmsOutput output) {
    LlmsWriter writer = new LlmsWriter(site);
    writer.head();
    writer.section("Pages", output.pages());
    writer.section("Articles", output.articles());
    if (output.all() != null) {
      writer.text.append("\n## Optional\n\n");
      writer.link("All articles", output.all(), site.articles().size() + " of them");
    }
    return writer.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void head() {
    text.append(MarkdownText.heading(1, site.config().site().title())).append('\n');
    String description = site.config().site().description();
    String about = description.isBlank() ? site.config().site().subtitle() : description;
    if (!about.isBlank()) {
      text.append("\n> ").append(MarkdownText.paragraph(about)).append('\n');
    }
  }

  private void section(String title, List<? extends Entry> entries) {
    if (!entries.isEmpty()) {
      text.append("\n## ").append(title).append("\n\n");
      entries.forEach(
          entry -> link(entry.frontMatter().title(), address(entry), description(entry)));
    }
  }

  private void link(String title, Address address, String description) {
    text.append("- [").append(MarkdownText.linkText(title)).append("](");
    text.append(MarkdownText.destination(site.permalink(address))).append(')');
    text.append(description.isEmpty() ? "" : ": " + MarkdownText.escape(description)).append('\n');
  }

  private Address address(Entry entry) {
    Address copy = MarkdownCopy.of(entry, site);
    return copy == null ? entry.address() : copy;
  }

  private static String description(Entry entry) {
    String given = entry.frontMatter().description();
    String whole =
        given == null ? HtmlText.strip(entry.document().summary().html()) : given.strip();
    if (whole.length() <= LONGEST) {
      return whole;
    }
    int space = whole.lastIndexOf(' ', LONGEST - 1);
    int end = space > 0 ? space : whole.offsetByCodePoints(0, LONGEST / 2);
    return whole.substring(0, end) + "…";
  }
}
