package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is told of extensions of Markdown and of plugins.
class MarkdownKeysTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({
    "markdown.extensions.extra,between empty lines",
    "markdown.extensions.md_in_html,between empty lines"
  })
  void whatChangesTheTextIsAWarning(String extension, String hint) throws IOException {
    String last = extension.substring(extension.lastIndexOf('.') + 1);

    for (String form :
        new String[] {"{'extension_configs': {'%s': {}}}", "{'extensions': ['%s']}"}) {
      assertThat(Blog.told(Blog.read(temporary, "MARKDOWN = " + form.formatted(extension))))
          .contains(
              "warning[import-plugin]: what Markdown's extension '"
                  + last
                  + "' does is done in another way")
          .contains(hint);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "summary,<!-- more -->",
    "pelican.plugins.page_hierarchy,urls.page = \"{path_no_ext}.html\"",
    "feed_summary,feeds.full-text = false"
  })
  void whatIsToBeWrittenIsAWarning(String plugin, String hint) throws IOException {
    assertThat(Blog.told(Blog.read(temporary, "PLUGINS = ['" + plugin + "']")))
        .startsWith(
            "pelicanconf.py:3:12: warning[import-plugin]: what the plugin '"
                + plugin
                + "' does is done in another way")
        .contains(hint);
  }

  /// Pelican's own extensions, of which extra is one, are not the user's doing.
  @Test
  void withoutTheSettingNothingIsTold() throws IOException {
    assertThat(Blog.told(Blog.read(temporary, ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown.extensions.toc", "headerid", "extra", "footnotes"})
  void anchorsAreAsTheyWereWhereAnExtensionMadeThem(String extension) throws IOException {
    String conf = "MARKDOWN = {'extension_configs': {'%s': {}}}".formatted(extension);

    assertThat(Blog.toml(Blog.read(temporary, conf))).contains("anchors = \"python-markdown\"");
    assertThat(Blog.toml(Blog.read(temporary, ""))).contains("anchors = \"python-markdown\"");
    assertThat(Blog.toml(Blog.read(temporary, "MARKDOWN = {'extensions': ['tables']}")))
        .doesNotContain("anchors");
  }

  @Test
  void bareAddressesAreLinksWhereAnExtensionMakesThem() throws IOException {
    assertThat(Blog.toml(Blog.read(temporary, "MARKDOWN = {'extensions': ['pymdownx.magiclink']}")))
        .doesNotContain("autolinks");
    assertThat(Blog.toml(Blog.read(temporary, ""))).contains("autolinks = false");
  }
}
