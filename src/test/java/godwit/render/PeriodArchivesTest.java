package godwit.render;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.BuiltSite;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the archives of years, months and days are reached and named.
class PeriodArchivesTest {
  private static final String YEARS = "year-archive = \"{date:%Y}/\"\n";
  private static final String MONTHS = "month-archive = \"{date:%Y}/{date:%m}/\"\n";
  private static final String DAYS = "day-archive = \"{date:%Y}/{date:%m}/{date:%d}/\"\n";

  @TempDir Path directory;

  private BuiltSite site(String urls, String more) throws IOException {
    TestSite site =
        new TestSite(
            directory,
            "[site]\ntitle = \"F\"\nurl = \"https://example.org/b\"\n%s[urls]\n%s"
                .formatted(more, urls));
    site.article("a.md", "Title: A\nDate: 2019-07-14\n\nA");
    site.article("b.md", "Title: B\nDate: 2019-07-02\n\nB");
    site.article("c.md", "Title: C\nDate: 2019-11-30\n\nC");
    site.article("d.md", "Title: D\nDate: 2021-01-01\n\nD");
    return site.build();
  }

  private static List<String> below(BuiltSite site, String path) {
    return page(site, path).select(".periods li").stream()
        .map(item -> item.text() + " " + item.select("a").attr("href"))
        .toList();
  }

  private static Document page(BuiltSite site, String path) {
    return Jsoup.parse(site.text(path));
  }

  @Test
  void eachNamesTheArchivesBelowIt() throws IOException {
    BuiltSite site = site(YEARS + MONTHS + DAYS, "");

    assertThat(below(site, "archives.html")).containsExactly("2021 1 /b/2021/", "2019 3 /b/2019/");
    assertThat(below(site, "2019/index.html"))
        .containsExactly("November 1 /b/2019/11/", "July 2 /b/2019/07/");
    assertThat(below(site, "2019/07/index.html"))
        .containsExactly("July 14 1 /b/2019/07/14/", "July 2 1 /b/2019/07/02/");
    assertThat(below(site, "2019/07/14/index.html")).isEmpty();
  }

  @Test
  void kindsThatAreNotThereArePassedOver() throws IOException {
    BuiltSite site = site(MONTHS, "");

    assertThat(below(site, "archives.html"))
        .containsExactly(
            "January 2021 1 /b/2021/01/", "November 2019 1 /b/2019/11/", "July 2019 2 /b/2019/07/");
    assertThat(below(site, "2019/07/index.html")).isEmpty();
    assertThat(below(site(YEARS + DAYS, ""), "2019/index.html"))
        .containsExactly(
            "November 30 1 /b/2019/11/30/", "July 14 1 /b/2019/07/14/", "July 2 1 /b/2019/07/02/");
  }

  @Test
  void theyAreInTheOrderOfTheArticles() throws IOException {
    BuiltSite site = site(YEARS, "[content]\narchive-order = \"date\"\n");

    assertThat(below(site, "archives.html")).containsExactly("2019 3 /b/2019/", "2021 1 /b/2021/");
  }

  @Test
  void furtherPagesDoNotNameThemAgain() throws IOException {
    BuiltSite site = site(YEARS, "[pagination]\nsizes = {archives = 2}\n");

    assertThat(below(site, "archives.html")).hasSize(2);
    assertThat(below(site, "archives/page/2.html")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, Archives: 2019, Archives: July 2019, 'Archives: July 14, 2019'",
    "de, Archiv: 2019, Archiv: Juli 2019, Archiv: 14. Juli 2019",
    "es, Archivo: 2019, Archivo: julio de 2019, Archivo: 14 de julio de 2019",
    "ja, Archives: 2019, Archives: 2019年7月, Archives: 2019年7月14日"
  })
  void theirTitlesAreInTheLanguageOfThePage(String language, String year, String month, String day)
      throws IOException {
    BuiltSite site = site(YEARS + MONTHS + DAYS, "language = \"" + language + "\"\n");

    assertThat(page(site, "2019/index.html").select("h1").text()).isEqualTo(year);
    assertThat(page(site, "2019/07/index.html").select("h1").text()).isEqualTo(month);
    assertThat(page(site, "2019/07/14/index.html").select("h1").text()).isEqualTo(day);
  }

  @Test
  void theSitemapHasThem() throws IOException {
    assertThat(
            site(YEARS + MONTHS, "[pagination]\nsizes = {period-archives = 1}\n")
                .text("sitemap.xml"))
        .contains(
            "<loc>https://example.org/b/2019/</loc>", "<loc>https://example.org/b/2019/07/</loc>")
        .doesNotContain("page/2", "archives.html");
  }
}
