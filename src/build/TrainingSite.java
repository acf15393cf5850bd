import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Makes the site that the AOT cache is trained with: large enough that the JVM's profiles of the
/// hot methods are those of a real build, and with something of everything that sites have.
///
///     java src/build/TrainingSite.java DIRECTORY
class TrainingSite {
  private static final int ARTICLES = 600;
  private static final List<String> WORDS =
      List.of(
          "bar-tailed godwits fly from Alaska to New Zealand without a pause and land on the same"
              .concat(" mudflats where they rest feed and moult before the wind turns north again")
              .split(" "));
  private static final List<String> CODE =
      List.of(
          "java\npublic final class Bird {\n  /** Wing. */\n  private int wing = 23; // cm\n}",
          "python\ndef fly(hours=0x10):\n    \"\"\"Go.\"\"\"\n    return [h for h in range(hours)]",
          "sh\nfor f in *.md; do\n  echo \"$f\" # name\ndone",
          "javascript\nconst far = async (a) => { return `${a} km` }; // template",
          "html\n<p class=\"bird\">A <em>bird</em> &amp; a wing</p>",
          "css\n.bird { color: #336699; margin: 0 auto; } /* blue */",
          "json\n{\"bird\": [1, 2.5, true, null, \"x\"]}",
          "yaml\nbird:\n  - wing: 23 # cm\n    name: \"bar\"",
          "sql\nSELECT name, COUNT(*) FROM birds WHERE wing > 20 -- cm",
          "c\n#include <stdio.h>\nint main(void) { return 0; /* done */ }",
          "go\nfunc main() { fmt.Println(\"godwit\", 23) }",
          "rust\nfn main() { let km: u32 = 12_000; println!(\"{}\", km); }",
          "toml\n[site]\ntitle = \"Birds\" # name",
          "text\nplain text stays plain");

  private final Random random = new Random(7);

  public static void main(String[] arguments) throws IOException {
    new TrainingSite().make(Path.of(arguments[0]));
  }

  private void make(Path site) throws IOException {
    delete(site); // what an earlier build published there may be of another format
    Path content = site.resolve("content");
    Files.createDirectories(content.resolve("images"));
    Files.createDirectories(content.resolve("pages"));
    Files.writeString(
        site.resolve("godwit.toml"),
        """
        [site]
        title = "Training"
        subtitle = "For the cache"
        url = "https://example.org"
        author = "Somebody"
        timezone = "Europe/Berlin"
        language = "en"

        [[site.menu]]
        title = "About"
        url = "{filename}pages/about.md"

        [feeds]
        tag-atom = "feeds/tags/{slug}.atom.xml"
        """);
    Files.write(content.resolve("images/dot.png"), new byte[64]);
    Files.writeString(content.resolve("pages/about.md"), "Title: About\n\n" + text(80) + "\n");
    Files.writeString(
        content.resolve("draft.md"), "Title: Draft\nStatus: draft\n\n" + text(20) + "\n");
    Files.writeString(
        content.resolve("old.html"),
        "<html><head><title>Old</title><meta name=\"date\" content=\"2020-01-01\"></head>"
            + "<body><p>Old &amp; HTML</p></body></html>");
    for (int i = 0; i < ARTICLES; i++) {
      Path folder = Files.createDirectories(content.resolve("category-" + i % 5));
      Files.writeString(folder.resolve("article-" + i + ".md"), article(i));
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> paths = Files.walk(tree)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private String article(int i) {
    StringBuilder text = new StringBuilder(header(i));
    for (int section = 0; section < 4; section++) {
      text.append("\n## Section ").append(section).append(' ').append(text(3)).append("\n\n");
      text.append(text(90)).append(" *").append(text(2)).append("* **").append(text(2));
      text.append("** `code` [link]({filename}/category-0/article-").append(5 * (i / 10));
      text.append(".md) ~~no~~[^1]\n\n");
      text.append("- ").append(text(8)).append("\n- [x] ").append(text(6)).append("\n\n");
      text.append("```").append(CODE.get((i + section) % CODE.size())).append("\n```\n\n");
    }
    text.append("| a | b |\n|---|--:|\n| ").append(text(2)).append(" | 2 |\n\n");
    text.append("> [!NOTE]\n> ").append(text(12)).append("\n\n![dot]({static}/images/dot.png)\n\n");
    text.append(
        "<div id=\"raw\"><a href=\"{index}\">raw</a></div>\n\nhttps://example.com/auto\n\n");
    return text.append("[^1]: ").append(text(8)).append('\n').toString();
  }

  private String header(int i) {
    String date = "20%02d-%02d-%02d 10:%02d".formatted(i % 25, 1 + i % 12, 1 + i % 28, i % 60);
    String tags = "tag " + (char) ('a' + i % 26) + ", bird " + (char) ('a' + i % 7);
    return switch (i % 8) {
      case 0 -> "---\nTitle: Article " + i + "\nDate: " + date + "\nTags: " + tags + "\n---\n";
      case 1 -> "---\ntitle: \"Article: " + i + "\"\ndate: " + date + "\ntags: [a, 'b c']\n---\n";
      case 2 ->
          "+++\ntitle = \"Article " + i + "\"\ndate = \"" + date + "\"\ntags = [\"a\"]\n+++\n";
      default -> "Title: Article " + i + "\nDate: " + date + "\nTags: " + tags + "\n";
    };
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }
}
