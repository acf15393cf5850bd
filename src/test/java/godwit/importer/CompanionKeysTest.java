package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of the plugins for related articles and for tag clouds.
class CompanionKeysTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PLUGINS = ['related_posts']|[related]; items = 5",
        "PLUGINS = ['pelican.plugins.related_posts']; RELATED_POSTS_MAX = 3|[related]; items = 3",
        "RELATED_POSTS_MAX = 7|[related]; items = 7",
        "PLUGINS = ['pelican-similar-posts']|[related]; items = 5",
        "PLUGINS = ['similar_posts']; SIMILAR_POSTS_MAX_COUNT = 4|[related]; items = 4",
        "PLUGINS = ['tag_cloud']|[terms]; tag-cloud = true",
        "PLUGINS = ['tag-cloud']; TAG_CLOUD_STEPS = 6|[terms]; tag-cloud = true; steps = 6",
        "TAG_CLOUD_STEPS = 4|[terms]; tag-cloud = true"
      })
  void becomeKeys(String lines, String keys) throws IOException {
    assertThat(toml(lines)).contains(keys.replace("; ", "\n") + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"PLUGINS = ['series']", "PLUGINS = ['sitemap']", "RELATED_POSTS_MAX = 0", "X = 1"})
  void otherSettingsMakeNone(String lines) throws IOException {
    assertThat(toml(lines)).doesNotContain("[related]", "[terms]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PLUGINS = ['series']|notice[import-unneeded]: the plugin 'series' is not needed",
        "TAG_CLOUD_STEPS = 20|not taken over: terms.steps: must be at most 10",
        "TAG_CLOUD_SORTING = 'random'|warning[import-setting]: TAG_CLOUD_SORTING has no"
            + " counterpart",
        "TAG_CLOUD_MAX_ITEMS = 50|warning[import-setting]: TAG_CLOUD_MAX_ITEMS has no counterpart",
        "TAG_CLOUD_BADGE = True|notice[import-unneeded]: TAG_CLOUD_BADGE is not needed"
      })
  void isTold(String lines, String words) throws IOException {
    assertThat(Blog.told(Blog.read(temporary, lines))).contains(words);
  }

  private String toml(String lines) throws IOException {
    return Blog.toml(Blog.read(temporary, lines.replace("; ", "\n")))
        .replaceAll("# As Pelican does unless .*\n", "");
  }
}
