package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of menus and links, whose form is the theme's matter in Pelican.
class LinkKeysTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LINKS = {'gh': 'https://x', 'b': '/b'}|gh=https://x b=/b",
        "LINKS = ((' a\\n b', '/a'), ('c', '/c'))|a_b=/a c=/c",
        "LINKS = [('c', '/c'), ('d', '/d\\n')]|c=/c d=/d",
        "LINKS = (('f', None), ('c', '/c'))|c=/c",
        "LINKS = (('', '/x'), ('c', '/c'))|c=/c",
        "LINKS = (('Sub', (('x', '/x'), ('y', '/y'))), ('c', '/c'))|c=/c",
        "LINKS = ({'name': 'gh', 'url': '/x'}, ('c', '/c'))|c=/c"
      })
  void areTakenOver(String lines, String links) throws IOException {
    String toml = Blog.toml(Blog.read(temporary, lines));

    StringBuilder expected = new StringBuilder();
    for (String link : links.split(" ")) {
      String[] parts = link.split("=");
      expected.append(
          "\n[[site.links]]\ntitle = \"%s\"\nurl = \"%s\"\n"
              .formatted(parts[0].replace('_', ' '), parts[1]));
    }
    assertThat(toml).contains(expected);
    assertThat(toml.split("\\[\\[site.links\\]\\]", -1)).hasSize(links.split("=").length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "MENUITEMS = (('Blog', '/'), ('Sub', (('x', '/x'), ('y', '/y'))))|3:29|MENUITEMS: 'Sub' is"
            + " left out, as it is no title with an address|write it as title and url under"
            + " [[site.menu]] in godwit.toml, or into a template",
        "SOCIAL = ({'name': 'gh', 'url': 'https://x'},)|3:11|SOCIAL: an entry is left out, as it is"
            + " no title with an address|write it as title and url under [[site.social]]",
        "LINKS = (('f', None),)|3:10|LINKS: 'f' is left out, as it is no|write it as",
        "LINKS = ('a', '/b')|3:10|LINKS: an entry is left out, as|write it as",
        "LINKS = 'a'|3:9|LINKS is neither a list nor a dict: nothing of it is|write it as",
        "LINKS = 5|3:9|LINKS is neither a list nor a dict|write it as",
        "LINKS = (('', 'https://c/'),)|3:10|LINKS: a link without a title is left out|write it as"
            + " title and url",
        "LINKS = (('a', ''),)|3:10|LINKS: a link without an address is left out|write it under"
            + " [[site.links]] in godwit.toml; the address of the front page is /",
        "LINKS = {'a': ['b']}|3:10|LINKS: 'a' is left out, as it is no|write it as",
        "LINKS = [('c', '/c'), ('d', '/a\\nb')]|3:23|not taken over: site.links|"
      })
  void whatIsLeftOutIsTold(String lines, String place, String message, String hint)
      throws IOException {
    ImportResult result = Blog.read(temporary, lines);

    assertThat(result).isInstanceOf(ImportResult.Imported.class);
    assertThat(Blog.told(result))
        .startsWith("pelicanconf.py:" + place + ": warning[import-setting]: " + message)
        .contains(hint == null ? "hint: " : "hint: " + hint);
  }

  @Test
  void whatIsEmptyIsNothing() throws IOException {
    assertThat(Blog.told(Blog.read(temporary, "LINKS = None\nSOCIAL = ()\nMENUITEMS = {}")))
        .isEmpty();
  }
}
