package godwit.content;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.diagnostic.Diagnostics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReaderTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private HeaderReader.Header read(String text) {
    return HeaderReader.read(new SourceText("content/a.md", text), diagnostics);
  }

  /// The values of a field of a header that has to be right.
  private List<String> values(String text, String field) {
    HeaderReader.Header header = read(text);
    assertThat(diagnostics.sorted()).isEmpty();
    MetadataField found = header.metadata().field(field);
    return found == null ? List.of() : found.values();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Title: T\nDate: 2026-01-01\nTags: a, b\n\nBody",
        "---\nTitle: T\nDate: 2026-01-01\nTags: a, b\n---\nBody",
        "---\ntitle: T\ndate: 2026-01-01\ntags: a, b\n...\nBody",
        "+++\ntitle = \"T\"\ndate = 2026-01-01\ntags = \"a, b\"\n+++\nBody",
        "\n\ntitle: T\ndate: 2026-01-01\nTAGS: a, b\n\nBody",
        "title: T\ndate: 2026-01-01\ntags: a, b\n---\nBody"
      })
  void readsEveryForm(String text) {
    HeaderReader.Header header = read(text);

    assertThat(diagnostics.sorted()).isEmpty();
    assertThat(header.metadata().text("title")).isEqualTo("T");
    assertThat(header.metadata().text("date")).isEqualTo("2026-01-01");
    assertThat(header.metadata().text("tags")).isEqualTo("a, b");
    assertThat(text.substring(header.bodyOffset()).strip()).isEqualTo("Body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Just text.",
        "Note: this is prose.\n\nMore.",
        "---\n\nA rule above.",
        "- a\n- b",
        "# Heading\n\nTitle: not here",
        "http://example.org is a site\n\nText",
        ""
      })
  void leavesTextAlone(String text) {
    HeaderReader.Header header = read(text);

    assertThat(diagnostics.sorted()).isEmpty();
    assertThat(header).isEqualTo(new HeaderReader.Header(Metadata.NONE, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "C #3: notes|C #3: notes",
        "\"quoted: text\"|quoted: text",
        "'it''s'|it's",
        "\"a\" and \"b\"|\"a\" and \"b\"",
        "no|no",
        "007|007",
        "@handle|@handle",
        "[link](x)|[link](x)",
        "*emphasis*|*emphasis*",
        "100%|100%",
        "> quoted|> quoted",
        "\"\\u00e9\"|é",
        "a: b: c|a: b: c",
        "a \u2028 b \u0085 c|a \u2028 b \u0085 c",
        "{not yaml|{not yaml"
      })
  void takesPlainValuesAsTheyAre(String written, String expected) {
    assertThat(values("---\ntitle: " + written + "\n---\n", "title")).containsExactly(expected);
  }

  @Test
  void readsYamlsLists() {
    assertThat(values("---\ntags:\n  - one\n  - \"two, three\"\n---\n", "tags"))
        .containsExactly("one", "two, three");
    assertThat(values("---\ntags: [one, 'two, three']\n---\n", "tags"))
        .containsExactly("one", "two, three");
    assertThat(values("---\ntags:\n- one\n- no\n---\n", "tags")).containsExactly("one", "no");
  }

  @Test
  void readsYamlsBlocks() {
    assertThat(values("---\nsummary: |\n  one\n  two\ntitle: T\n---\n", "summary"))
        .containsExactly("one\ntwo");
    assertThat(values("---\nsummary: >\n  one\n  two\n---\n", "summary"))
        .containsExactly("one two");
  }

  @Test
  void joinsWhatIsIndented() {
    assertThat(values("Title: T\nSummary: one\n    two\n\nBody", "summary"))
        .containsExactly("one\ntwo");
  }

  @Test
  void readsTomlsTablesOfTerms() {
    assertThat(values("+++\ntitle = 'T'\n[taxonomies]\ntags = ['a', 'b']\n+++\n", "tags"))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "---\\ntitle: T\\nBody|content/a.md:1:1|header-open",
        "---\\ntitle: T\\nnonsense\\n---\\n|content/a.md:3:1|header",
        "---\\ntitle: T\\ntitle: U\\n---\\n|content/a.md:3:1|header-twice",
        "---\\ntitle: \"a \\z\"\\n---\\n|content/a.md:2:12|header-yaml",
        "---\\ntags: [a, &x b, *x]\\nmore: [*y]\\n---\\n|content/a.md:3:8|header-yaml",
        "---\\nseo:\\n  a: b\\n---\\n|content/a.md:2:5|header-nested",
        "+++\\ntitle = T\\n+++\\n|content/a.md:2:9|header-toml"
      })
  void saysWhatIsWrongAndWhere(String text, String position, String code) {
    read(text.replace("\\n", "\n"));

    assertThat(diagnostics.sorted())
        .anySatisfy(
            found -> {
              assertThat(found.position()).hasToString(position);
              assertThat(found.code()).isEqualTo(code);
            });
  }
}
