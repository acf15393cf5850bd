package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.diagnostic.Diagnostic;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands where a page of a list will be is told before it is.
class FurtherPagesTest {
  @TempDir Path directory;

  private TestSite site(String pagination) throws IOException {
    return new TestSite(directory, "[site]\ntitle = \"x\"\n[pagination]\n" + pagination + "\n");
  }

  private static void articles(TestSite site, String tags, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      String name = tags.replaceAll("[^a-z0-9]", "") + "-" + (char) ('a' + i);
      site.article(name + ".md", "Title: " + name + "\nDate: 2026-01-02\nTags: " + tags + "\n\nx");
    }
  }

  private static List<String> told(TestSite site) throws IOException {
    return site.diagnostics().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void aTagThatIsAnotherAndANumber() throws IOException {
    TestSite site = site("pattern = \"{name}{number}{extension}\"");
    articles(site, "tag", 2);
    articles(site, "tag2", 1);

    assertThat(told(site))
        .containsExactly(
            "godwit.toml:4:11: warning[output-later]: 'tag/tag2.html' is the tag 'tag2', and page 2"
                + " of the tag 'tag' as soon as there is one\n  hint: let pagination.pattern set"
                + " the number apart: {list}/page/{number}{end}");
  }

  @Test
  void theFirstDigitsMayBeTheTags() throws IOException {
    TestSite site = site("pattern = \"{name}{number}{extension}\"");
    articles(site, "tag2, tag22", 1);

    assertThat(told(site)).singleElement().asString().contains("page 2 of the tag 'tag2'");
  }

  @Test
  void whenThereIsOneItIsAnError() throws IOException {
    TestSite site = site("pattern = \"{name}{number}{extension}\"\nsize = 1");
    articles(site, "tag", 2);
    articles(site, "tag2", 1);

    assertThat(told(site)).singleElement().asString().contains("error[output-twice]");
  }

  @Test
  void anArticleWhereAPageOfTheIndexWillBe() throws IOException {
    TestSite site = site("");
    site.article("a.md", "Title: A\nDate: 2026-01-02\nSave_as: page/2.html\n\nx");

    assertThat(told(site))
        .containsExactly(
            "content/a.md:3:10: warning[output-later]: 'page/2.html' is content/a.md, and"
                + " page 2 of the index as soon as there is one\n  hint: give it another slug or"
                + " save_as");
  }

  @Test
  void whatIsFarOffOrNeverIsNotTold() throws IOException {
    TestSite site = site("pattern = \"{name}{number}{extension}\"");
    articles(site, "java, java21, java0, java-x", 1);
    assertThat(told(site)).isEmpty();

    TestSite unpaged = site("pattern = \"{name}{number}{extension}\"\nsize = 0");
    articles(unpaged, "tag, tag2", 1);
    assertThat(told(unpaged)).isEmpty();

    TestSite apart = site("");
    articles(apart, "tag, tag2", 1);
    assertThat(told(apart)).isEmpty();
  }

  @Test
  void farOffIsTwiceWhatThereIs() throws IOException {
    TestSite site = site("pattern = \"{name}{number}{extension}\"\nsize = 1");
    articles(site, "java", 11);
    articles(site, "java21", 1);

    assertThat(told(site)).singleElement().asString().contains("page 21 of the tag 'java'");
  }
}
