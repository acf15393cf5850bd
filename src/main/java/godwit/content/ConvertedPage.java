package godwit.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an HTML document says that a converter has made: its title, its fields, its body.
///
/// The fields are those of Docutils' bibliographic table, which is taken out of the body, and else
/// those of `<meta name="…" content="…">`, of which Docutils' `description` alone counts. Docutils'
/// subtitle is left out as in Pelican. Its system messages are taken out as well: they are among
/// the diagnostics.
///
/// @param title as HTML; empty if there is none
/// @param fields by their names, as [MetadataField#name] has them
/// @param body the HTML
record ConvertedPage(String title, Map<String, ConvertedField> fields, String body) {
  /// What Docutils writes there for a text without a title.
  private static final String NO_TITLE = "&lt;stdin&gt;";

  /// What programs say of themselves.
  private static final Set<String> NO_FIELDS = Set.of("generator", "viewport");

  static ConvertedPage read(String html) {
    return new Reading(html).read();
  }

  /// One document being read. The scanner stands at the token that is looked at.
  private static final class Reading {
    private final String html;
    private final HtmlScanner scanner;
    private final Map<String, ConvertedField> fields = new LinkedHashMap<>();
    private final Map<String, String> metas = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();
    private String title = "";
    private boolean isDocutils;

    /// Where what is not in the body yet begins.
    private int from;

    Reading(String html) {
      this.html = html;
      this.scanner = new HtmlScanner(html);
    }

    ConvertedPage read() {
      boolean hasBody = html.contains("<body");
      int end = html.lastIndexOf("</body");
      if (hasBody) {
        readHead();
      }
      end = end < from ? html.length() : end;
      readBody(end);
      metas.forEach((name, value) -> fields.putIfAbsent(name, ConvertedField.ofText(value)));
      return new ConvertedPage(
          title.equals(NO_TITLE) ? "" : title, fields, unwrapped(body.toString().strip()));
    }

    private void readHead() {
      boolean inTitle = false;
      while (scanner.next()) {
        if (scanner.kind() == HtmlScanner.Kind.START_TAG && scanner.name().equals("body")) {
          from = scanner.end();
          return;
        } else if (scanner.kind() == HtmlScanner.Kind.START_TAG && scanner.name().equals("meta")) {
          addMeta();
        } else if (scanner.kind() == HtmlScanner.Kind.TEXT && inTitle) {
          title = scanner.text().strip();
        }
        inTitle = scanner.kind() == HtmlScanner.Kind.START_TAG && scanner.name().equals("title");
      }
    }

    private void addMeta() {
      String written = HtmlText.unescape(scanner.value("name")).strip();
      String value = HtmlText.unescape(scanner.value("content")).strip();
      isDocutils |= written.equals("generator") && value.startsWith("Docutils");
      String name = MetadataField.name(written);
      // Of what Docutils writes Pelican reads the list of fields only; a description is no field
      // of Pelican's, so it may come from here.
      boolean isField = isDocutils ? name.equals("description") : !NO_FIELDS.contains(name);
      if (!name.isEmpty() && isField && !name.startsWith("dcterms.")) {
        metas.putIfAbsent(name.equals("keywords") ? "tags" : name, value);
      }
    }

    private void readBody(int end) {
      boolean hasTitle = false;
      boolean hasSubtitle = false;
      int link = -1; // of a link that is the token before
      boolean isProblem = false;
      while (scanner.end() < end && scanner.next() && scanner.start() < end) {
        if (isProblem && scanner.kind() == HtmlScanner.Kind.END_TAG && scanner.name().equals("a")) {
          cut(scanner.start(), scanner.end());
          isProblem = false;
        }
        int linkBefore = link;
        link = -1;
        if (scanner.kind() != HtmlScanner.Kind.START_TAG) {
          continue;
        }
        int start = scanner.start();
        Set<String> classes = classes(scanner);
        if (!hasTitle && scanner.name().equals("h1") && classes.contains("title")) {
          hasTitle = true;
          int inner = scanner.end();
          title = html.substring(inner, skip(start)).strip();
        } else if (hasTitle && !hasSubtitle && classes.contains("subtitle")) {
          hasSubtitle = true;
          skip(start);
        } else if (classes.contains("docinfo")) {
          String list = scanner.name();
          int inner = scanner.end();
          int close = skip(start);
          fields.putAll(Docinfo.read(list, html.substring(inner, close)));
        } else if (classes.contains("system-message") || classes.contains("system-messages")) {
          skip(start);
        } else if (classes.contains("problematic") && linkBefore >= 0) {
          cut(linkBefore, start);
          isProblem = true;
        } else if (isDocutils && scanner.name().equals("img")) {
          emptyAlt();
        } else if (scanner.name().equals("a")) {
          link = start;
        }
      }
      body.append(html, Math.min(from, end), end);
    }

    /// Docutils gives an image its address for a text where the author gave none; Pelican does not.
    private void emptyAlt() {
      for (HtmlScanner.Attribute attribute : scanner.attributes()) {
        if (attribute.name().equals("alt")
            && scanner.value(attribute).equals(scanner.value("src"))) {
          cut(attribute.valueStart(), attribute.valueEnd());
        }
      }
    }

    /// Leaves out the element whose start tag the scanner stands at. @return its end tag's place
    private int skip(int start) {
      int close = scanner.skipElement();
      cut(start, scanner.end());
      return close;
    }

    private void cut(int start, int end) {
      body.append(html, from, start);
      from = end;
    }
  }

  /// The classes of the start tag that the scanner stands at.
  static Set<String> classes(HtmlScanner scanner) {
    String written = scanner.value("class");
    return written.isEmpty() ? Set.of() : Set.copyOf(List.of(written.strip().split("\\s+")));
  }

  /// The HTML without the element that is around all of it.
  private static String unwrapped(String html) {
    HtmlScanner scanner = new HtmlScanner(html);
    if (!scanner.next() || scanner.kind() != HtmlScanner.Kind.START_TAG) {
      return html;
    }
    boolean isWrapper = scanner.name().equals("main") || classes(scanner).contains("document");
    int inner = scanner.end();
    int close = isWrapper ? scanner.skipElement() : 0;
    return isWrapper && scanner.end() == html.length()
        ? html.substring(inner, close).strip()
        : html;
  }

  /// A field of a converted document.
  ///
  /// @param label as the author wrote the name, or as the program did
  /// @param values its items as text
  /// @param html empty where it was text
  record ConvertedField(String label, List<String> values, @Nullable String html) {
    ConvertedField {
      values = List.copyOf(new ArrayList<>(values));
    }

    static ConvertedField ofText(String value) {
      return new ConvertedField("", List.of(value), null);
    }
  }
}
