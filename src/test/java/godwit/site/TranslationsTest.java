package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationsTest {
  @TempDir Path directory;
  private TestSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site = new TestSite(directory, "[site]\ntitle = \"x\"\nlanguage = \"en\"\n");
  }

  private void article(String file, String header) throws IOException {
    site.article(file, "Title: " + file + "\nDate: 2026-01-01\n" + header + "\n\nText.");
  }

  private static List<String> names(List<? extends Entry> entries) {
    return entries.stream().map(entry -> entry.document().source().path()).toList();
  }

  private static List<String> translations(Site site, String path) {
    return names(site.translationsOf(site.links().bySource().get(path)));
  }

  @Test
  void areTheEntriesOfOneSlugInOtherLanguages() throws Exception {
    article("a.md", "Slug: s");
    article("a-de.md", "Slug: s\nLang: de");
    article("a-fr.md", "Slug: s\nLang: fr");
    article("b.md", "Slug: t");
    Site built = site.build().site();

    assertThat(names(built.articles())).containsExactly("a.md", "b.md");
    assertThat(translations(built, "a.md")).containsExactly("a-de.md", "a-fr.md");
    assertThat(translations(built, "a-de.md")).containsExactly("a-fr.md", "a.md");
    assertThat(translations(built, "b.md")).isEmpty();
    assertThat(built.outputs())
        .extracting(output -> output.path().value())
        .contains("s.html", "s-de.html", "s-fr.html");
  }

  @Test
  void listTheOneInTheSitesLanguage() throws Exception {
    article("a-de.md", "Slug: s\nLang: de");
    article("z.md", "Slug: s");

    assertThat(names(site.build().site().articles())).containsExactly("z.md");
  }

  @Test
  void listEachWhereNoneIsInTheSitesLanguage() throws Exception {
    article("a-de.md", "Slug: s\nLang: de");
    article("a-fr.md", "Slug: s\nLang: fr");
    Site built = site.build().site();

    assertThat(names(built.articles())).containsExactly("a-de.md", "a-fr.md");
    assertThat(translations(built, "a-de.md")).containsExactly("a-fr.md");
  }

  @Test
  void areTheEntriesOfOtherFieldsOnceTheSettingsNameThem() throws Exception {
    site.file(
        "godwit.toml", "[site]\ntitle = \"x\"\n[content]\narticle-translation-id = [\"text\"]\n");
    article("a.md", "Slug: one\nText: 7");
    article("b.md", "Slug: deux\nLang: fr\nText: 7");
    article("c.md", "Slug: three");
    article("d.md", "Slug: three-2\nLang: fr");
    Site built = site.build().site();

    assertThat(names(built.articles())).containsExactly("a.md", "c.md", "d.md");
    assertThat(translations(built, "a.md")).containsExactly("b.md");
    assertThat(translations(built, "c.md")).isEmpty();
  }

  @Test
  void areNotLookedForWhereNoFieldTellsThem() throws Exception {
    site.file("godwit.toml", "[site]\ntitle = \"x\"\n[content]\narticle-translation-id = []\n");
    article("a.md", "Slug: s");
    article("b.md", "Slug: s\nLang: fr");
    Site built = site.build().site();

    assertThat(names(built.articles())).containsExactly("a.md", "b.md");
    assertThat(translations(built, "a.md")).isEmpty();
  }

  @Test
  void listTheOneThatIsNotMarkedAsATranslation() throws Exception {
    article("a.md", "Slug: s\nTranslation: true");
    article("a-de.md", "Slug: s\nLang: de");

    assertThat(names(site.build().site().articles())).containsExactly("a-de.md");
  }

  @Test
  void areNotOfDrafts() throws Exception {
    article("a.md", "Slug: s");
    article("a-de.md", "Slug: s\nLang: de\nStatus: draft");

    assertThat(translations(site.build().site(), "a.md")).isEmpty();
  }

  @Test
  void areOfPagesToo() throws Exception {
    article("a.md", "Slug: s");
    site.file("content/pages/p.md", "Title: P\nSlug: s\n\nText.");
    site.file("content/pages/q.md", "Title: Q\nSlug: s\nLang: de\n\nText.");
    Site built = site.build().site();

    assertThat(names(built.pages())).containsExactly("pages/p.md");
    assertThat(translations(built, "pages/p.md")).containsExactly("pages/q.md");
    assertThat(translations(built, "a.md")).isEmpty();
  }
}
