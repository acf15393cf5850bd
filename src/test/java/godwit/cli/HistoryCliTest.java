package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/// What was published before: to list it, to go back to it, to check it, with the exact text.
class HistoryCliTest extends PublishedScenario {
  private static final String KEPT =
      """
      html.old/mine.txt: warning[kept-file]: it was added by hand in release ID, and is kept as DIR/public/.godwit/kept/ID/mine.txt
        hint: put it among the sources if it is to be published, else delete it
      html.old/one.html: warning[kept-file]: it was changed by hand in release ID, and is kept as DIR/public/.godwit/kept/ID/one.html
        hint: what is published is made of the sources: make the change there, or delete the file
      """;

  private static final String UNSERVED =
      """
      html/mine.txt: warning[kept-file]: it was added by hand, and is no longer served: it is now html.old/mine.txt
        hint: put it among the sources if it is to be published, else delete it; a later publish moves it to .godwit/kept
      """;

  @Test
  void releasesAreListed() throws IOException {
    assertThat(onSite("releases"))
        .isEqualTo(new Cli(0, "there is no release yet: make one with 'godwit publish'\n", ""));
    onSite("publish");
    file("content/two.md", article("two", "Better text."));
    onSite("publish");

    String table =
        raw("releases")
            .out()
            .replaceAll("\\d{8}T\\d{6}\\.\\d{3}Z", "ID                  ")
            .replaceAll("20\\d\\d-(?!06-01)\\d\\d-\\d\\d \\d\\d:\\d\\d", "NOW             ")
            .replace(System.getProperty("user.name"), "USER");
    assertThat(table)
        .isEqualTo(
            """
            release               state   made              as of              pages   files  by
            ID                    live    NOW               2026-06-01 00:00       6      FF  USER
            ID                    backup  NOW               2026-06-01 00:00       6      FF  USER
            """
                .replace("FF", String.valueOf(files())));
    JSONObject json = json(0, "releases");
    assertThat(json.getJSONArray("releases")).hasSize(2);
    assertThat(json.getJSONArray("releases").getJSONObject(0).toMap())
        .containsOnlyKeys(
            "id", "state", "site", "made", "asOf", "user", "pid", "command", "pages", "files",
            "bytes")
        .containsEntry("state", "live")
        .containsEntry("site", "https://example.org/blog")
        .containsEntry("asOf", "2026-06-01T00:00:00Z")
        .containsEntry("command", "godwit publish --as-of")
        .containsEntry("pages", 6);
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("public/html"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !FINGERPRINTED.matcher(file.toString()).find())
          .count();
    }
  }

  @Test
  void copiesOfAssetsAreNotCounted() throws IOException {
    String published = raw("publish").out();
    long files = files();

    assertThat(published).contains("  changes: " + files + " added\n");
    assertThat(json(0, "releases").getJSONArray("releases").getJSONObject(0).getLong("files"))
        .isEqualTo(files);
    file("content/images/i.css", "a {}");
    file("content/two.md", article("two", "<link rel=\"stylesheet\" href=\"images/i.css\">"));
    assertThat(onSite("diff").out()).contains("+   i.css\n").doesNotContainPattern(FINGERPRINTED);
    assertThat(json(0, "diff").getJSONArray("added").toString()).containsPattern(FINGERPRINTED);
  }

  @Test
  void whatWasPutIntoTheServedTreeByHandIsToldWhenItIsMovedOut() throws IOException {
    onSite("publish");
    file("public/html/mine.txt", "mine");
    file("public/html/one.html", "edited");
    for (int i = 0; i < 3; i++) {
      file("content/two.md", article("two", "Text " + i));
      assertThat(onSite("publish").err())
          .as("publish %d", i)
          .isEqualTo(List.of(UNSERVED, "", KEPT).get(i));
    }
    file("public/html/mine.txt", "mine again");
    for (int i = 3; i < 5; i++) {
      file("content/two.md", article("two", "Text " + i));
      onSite("publish");
    }
    assertThat(onSite("releases").err()).isEmpty();
    assertThat(onSite("fsck").err()).contains("  .godwit/staging/mine.txt (release ID)\n");
    JSONObject warning = json(0, "publish").getJSONArray("diagnostics").getJSONObject(0);
    assertThat(warning.getString("code")).isEqualTo("kept-file");
    assertThat(Path.of(warning.getString("message").replaceFirst("^.* kept as ", "")))
        .content()
        .isEqualTo("mine again");
  }

  @Test
  void rollbackGoesBackAndForth() throws IOException {
    onSite("publish");
    file("content/seven.md", article("seven", "Text."));
    onSite("publish");
    String live = json(0, "releases").getJSONArray("releases").getJSONObject(0).getString("id");

    Cli told = onSite("rollback");

    assertThat(told.out().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "NOW"))
        .startsWith(
            """
            Went back to release ID, made NOW
              live:    DIR/public/html
              before:  DIR/public/html.old (release ID)
              changes: \
            """)
        .endsWith(" changed, 1 removed\n  gone:    seven.html\n  undo:    godwit rollback\n");
    assertThat(directory.resolve("public/html/seven.html")).doesNotExist();
    assertThat(onSite("rollback", live).exitCode()).isZero();
    assertThat(directory.resolve("public/html/seven.html")).exists();
    assertThat(onSite("rollback", live))
        .isEqualTo(new Cli(0, "nothing to do: release ID is live\n", ""));
    assertThat(json(0, "rollback").toMap())
        .containsOnlyKeys(
            "result",
            "release",
            "backup",
            "before",
            "added",
            "changed",
            "removed",
            "after",
            "diagnostics")
        .containsEntry("before", live);
  }

  @Test
  void rollbackSaysWhichReleaseIsNotThere() throws IOException {
    onSite("publish");
    file("content/seven.md", article("seven", "Text."));
    onSite("publish");

    assertThat(onSite("rollback", "1999"))
        .isEqualTo(
            Cli.wrongUsage("rollback", "there is no release '1999'; 'godwit releases' lists them"));
    assertThat(onSite("rollback", "2").err())
        .startsWith("godwit: '2' begins more than one: ID, ID\n");
  }

  @Test
  void fsckSaysWhatWasChangedByHand() throws IOException {
    onSite("publish");
    assertThat(onSite("fsck"))
        .isEqualTo(new Cli(0, "Read DIR/public: all is as it was published\n", ""));
    file("public/html/one.html", "vandal");
    Files.delete(directory.resolve("public/html/two.html"));

    assertThat(onSite("fsck", "--quiet"))
        .isEqualTo(
            new Cli(
                1,
                "",
                """
                changed since it was published:
                  html/one.html (release ID)
                  hint: run 'godwit publish'; if it finds nothing to publish, run 'godwit rollback' and then 'godwit publish'
                published, and not there:
                  html/two.html (release ID)
                  hint: run 'godwit publish'; if it finds nothing to publish, run 'godwit rollback' and then 'godwit publish'
                2 files not as published; nothing is changed
                """));
    JSONObject json = json(1, "fsck");
    assertThat(json.toMap()).containsEntry("result", "error").containsEntry("reason", "target");
    assertThat(json.getJSONArray("findings").getJSONObject(0).toMap())
        .containsOnlyKeys("problem", "place", "release", "repair")
        .containsEntry("problem", "changed")
        .containsEntry("place", "html/one.html");
  }
}
