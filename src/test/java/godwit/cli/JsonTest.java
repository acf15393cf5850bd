package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What programs read, by a strict parser that is not the one that wrote it.
class JsonTest {
  private static final String ODD = "A \"title\" \\ / \u0007 \u2028 é 🐦";

  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void makeSite() throws IOException {
    directory = temporary.toRealPath();
    file("godwit.toml", "[site]\ntitle = \"Flock\"\nurl = \"https://example.org\"\n");
    file(
        "content/one.md",
        "Title: " + ODD + "\nSlug: one\nDate: 2026-01-02 10:00\nTags: a, b\n\nText.\n");
    file("content/due.md", "Title: Due\nDate: 2999-12-01 09:00\n\nText.\n");
    file("content/draft.md", "Title: D\nStatus: draft\n\nText.\n");
    file("content/pages/about.md", "Title: About\n\nText.\n");
    file("content/images/i.png", "png");
  }

  private void file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private JSONObject run(int exitCode, String... arguments) {
    Cli told = Cli.run(arguments);
    assertThat(told.err()).isEmpty();
    assertThat(told.exitCode()).as(told.out()).isEqualTo(exitCode);
    return told.json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"build", "check"})
  void countsWhatIsBuilt(String command) {
    JSONObject json = run(0, command, "--json", "--site=" + directory);

    assertThat(json.keySet())
        .containsExactlyInAnyOrder("result", "articles", "pages", "files", "due", "diagnostics");
    assertThat(json.getString("result")).isEqualTo("ok");
    assertThat(json.getInt("articles")).isEqualTo(2);
    assertThat(json.getInt("pages")).isEqualTo(1);
    assertThat(json.getInt("files")).isGreaterThan(10);
    assertThat(json.getJSONArray("due").getJSONObject(0).toMap())
        .containsEntry("source", "content/due.md")
        .containsEntry("date", "2999-12-01T09:00:00Z");
    assertThat(json.getJSONArray("diagnostics")).isEmpty();
  }

  @Test
  void tellsWhatIsLive() {
    JSONObject first = run(0, "publish", "--json", "--site=" + directory);
    JSONObject second = run(0, "publish", "--json", "--site=" + directory);

    assertThat(first.keySet())
        .containsExactlyInAnyOrder(
            "result",
            "release",
            "live",
            "backup",
            "milliseconds",
            "publishingMilliseconds",
            "articles",
            "pages",
            "files",
            "due",
            "before",
            "added",
            "changed",
            "removed",
            "after",
            "diagnostics");
    assertThat(first.isNull("backup")).isTrue();
    assertThat(first.getString("live")).isEqualTo(directory.resolve("public/html").toString());
    assertThat(second.getString("result")).isEqualTo("unchanged");
    assertThat(second.getString("release")).isEqualTo(first.getString("release"));
  }

  @Test
  void listsTheSite() {
    JSONObject json = run(0, "list", "--json", "--site=" + directory);

    assertThat(json.keySet())
        .contains(
            "articles",
            "pages",
            "drafts",
            "hidden_articles",
            "draft_pages",
            "hidden_pages",
            "categories",
            "tags",
            "authors",
            "due",
            "outputs",
            "static",
            "diagnostics");
    JSONObject article = json.getJSONArray("articles").getJSONObject(0);
    assertThat(article.getString("title")).isEqualTo(ODD);
    assertThat(article.getString("url")).isEqualTo("one.html");
    assertThat(article.getString("date")).isEqualTo("2026-01-02T10:00:00Z");
    assertThat(article.isNull("modified")).isTrue();
    assertThat(article.getJSONArray("tags").toList()).containsExactly("a", "b");
    assertThat(json.getJSONArray("drafts").getJSONObject(0).getString("source"))
        .isEqualTo("draft.md");
    assertThat(json.getJSONArray("outputs").toList()).contains("one.html", "sitemap.xml");
    assertThat(json.getJSONArray("static").toList())
        .isEqualTo(List.of(List.of("images/i.png", "images/i.png")));
    assertThat(json.getJSONArray("tags").toList())
        .isEqualTo(List.of(List.of("a", "a", "tag/a.html", 1), List.of("b", "b", "tag/b.html", 1)));
  }

  @Test
  void listsWhatMeetsTheConditions() throws IOException {
    file("content/deux.md", "Title: Deux\nDate: 2026-01-03\nTags: Waders\nLang: fr\nSlug: x\n\nT.");
    file("content/three.md", "Title: Three\nDate: 2026-01-04\nCategory: Sea\nTags: waders\n\nT.");

    assertThat(listed("--tag=WADERS")).containsExactly("three.md", "deux.md");
    assertThat(listed("--tag=waders", "--lang=fr")).containsExactly("deux.md");
    assertThat(listed("--category=sea")).containsExactly("three.md");
    assertThat(listed("--status=draft")).containsExactly("draft.md");
    assertThat(listed("--status=draft", "--tag=waders")).isEmpty();
    assertThat(Cli.run("list", "--status=gone", "--site=" + directory))
        .isEqualTo(
            Cli.wrongUsage(
                "list",
                "Invalid value for option '--status':"
                    + " 'gone' is no status; write published, draft or hidden"));
  }

  /// The sources of all items.
  private List<String> listed(String... conditions) {
    List<String> arguments = new ArrayList<>(List.of("list", "--json", "--site=" + directory));
    arguments.addAll(List.of(conditions));
    JSONObject json = run(0, arguments.toArray(new String[0]));
    List<String> sources = new ArrayList<>();
    for (String key : List.of("articles", "article_translations", "pages", "drafts")) {
      for (Object item : json.getJSONArray(key)) {
        sources.add(((JSONObject) item).getString("source"));
      }
    }
    return sources;
  }

  @ParameterizedTest
  @ValueSource(strings = {"build", "check", "publish"})
  void tellsWhatIsWrongWithTheSite(String command) throws IOException {
    file("content/one.md", "Title: One\nDate: someday\n\nText.\n");
    JSONObject json = run(1, command, "--json", "--site=" + directory);

    assertThat(json.toMap()).containsEntry("result", "error").containsEntry("reason", "site");
    assertThat(json.getJSONArray("diagnostics").getJSONObject(0).toMap())
        .containsEntry("severity", "error")
        .containsEntry("code", "date")
        .containsEntry("file", "content/one.md")
        .containsEntry("line", 2)
        .containsEntry("column", 7)
        .containsEntry("message", "'someday' is not a date")
        .containsEntry("hint", "write YYYY-MM-DD, or YYYY-MM-DD HH:MM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"build", "check", "publish", "list"})
  void tellsWhatIsWrongWithTheSettings(String command) throws IOException {
    file("godwit.toml", "[site]\ntitle = 1\n");
    JSONObject json = run(2, command, "--json", "--site=" + directory);

    assertThat(json.toMap()).containsEntry("result", "error").containsEntry("reason", "config");
    assertThat(json.getJSONArray("diagnostics")).isNotEmpty();
  }

  /// The names that pages load files by change with every change of the file.
  @Test
  void listsFilesByTheirPlainNames() throws IOException {
    file("content/two.md", "Title: Two\nDate: 2026-01-02\n\n![i](images/i.png)\n");
    JSONObject json = run(0, "list", "--json", "--site=" + directory);

    assertThat(json.getJSONArray("static").toList())
        .isEqualTo(List.of(List.of("images/i.png", "images/i.png")));
    assertThat(json.getJSONArray("outputs").toList())
        .contains("images/i.png", "theme/css/main.css")
        .allSatisfy(path -> assertThat((String) path).doesNotContainPattern("\\.[0-9a-f]{16}"));
  }

  @Test
  void namesTheFilesThatAreMade() {
    Path site = directory.resolve("x");

    assertThat(run(0, "init", "--json", site.toString()).toMap())
        .containsEntry("result", "ok")
        .containsEntry("site", site.toString())
        .containsKey("files");
    assertThat(run(0, "new", "T", "--json", "--site=" + site).toMap())
        .containsEntry("result", "ok")
        .containsEntry("file", site.resolve("content/t.md").toString());
  }
}
