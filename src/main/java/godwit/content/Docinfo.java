package godwit.content;

import godwit.content.ConvertedPage.ConvertedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads Docutils' table of bibliographic fields: a `<dl>` of its writer for HTML 5, a `<table>` of
/// that for HTML 4.
final class Docinfo {
  /// The fields whose labels are in the language of the text. Their classes are not.
  private static final Set<String> TRANSLATED =
      Set.of(
          "author",
          "authors",
          "organization",
          "contact",
          "address",
          "version",
          "revision",
          "status",
          "date",
          "copyright");

  private final String html;
  private final HtmlScanner scanner;
  private final Map<String, ConvertedField> fields = new LinkedHashMap<>();
  private String label = "";
  private String name = "";

  private Docinfo(String html) {
    this.html = html;
    this.scanner = new HtmlScanner(html);
  }

  /// @param element `dl` or `table`
  /// @param html what is in it
  /// @return the fields by name; of two with one name the last, as in Pelican
  static Map<String, ConvertedField> read(String element, String html) {
    Docinfo docinfo = new Docinfo(html);
    docinfo.readRows(element.equals("table") ? "th" : "dt", element.equals("table") ? "td" : "dd");
    return docinfo.fields;
  }

  private void readRows(String labels, String values) {
    while (scanner.next()) {
      if (scanner.kind() != HtmlScanner.Kind.START_TAG) {
        continue;
      }
      int inner = scanner.end();
      if (scanner.name().equals(labels)) {
        Set<String> classes = ConvertedPage.classes(scanner);
        String text = text(html.substring(inner, scanner.skipElement()));
        label = text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
        name =
            classes.stream()
                .filter(TRANSLATED::contains)
                .findFirst()
                .orElse(MetadataField.name(label));
      } else if (scanner.name().equals(values)) {
        String value = html.substring(inner, scanner.skipElement()).strip();
        if (!name.isEmpty() && !value.equals("&nbsp;")) { // below a long label in a table
          fields.put(name, new ConvertedField(label, items(value), value));
          name = "";
        }
      }
    }
  }

  private List<String> items(String value) {
    if (!name.equals("authors")) {
      return List.of(text(value));
    }
    List<String> authors = new ArrayList<>();
    for (String author : value.split("</p>|<br\\s*/?>", -1)) {
      if (!text(author).isEmpty()) {
        authors.add(text(author));
      }
    }
    return authors;
  }

  /// The text without tags, with an empty line between paragraphs.
  private static String text(String html) {
    StringBuilder text = new StringBuilder();
    HtmlScanner scanner = new HtmlScanner(html);
    while (scanner.next()) {
      if (scanner.kind() == HtmlScanner.Kind.TEXT) {
        text.append(HtmlText.unescape(scanner.text()));
      } else if (scanner.kind() == HtmlScanner.Kind.END_TAG && scanner.name().equals("p")) {
        text.append('\n');
      }
    }
    return text.toString().strip();
  }
}
