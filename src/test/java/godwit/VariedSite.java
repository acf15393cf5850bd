package godwit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A site with something of everything that an order, a zone or a locale could show in.
final class VariedSite {
  private static final List<String> LANGUAGES = List.of("en", "de", "tr", "ar");
  private static final List<String> TAGS =
      List.of("İstanbul", "ISTANBUL", "ılık", "Straße", "x-y", "Ünï", "日本", "tag 1", "tag 10");

  private VariedSite() {}

  /// @param backwards whether the files are made in the opposite order, which is the order in which
  ///   many file systems give them
  static void writeTo(Path directory, boolean backwards) throws IOException {
    List<Map.Entry<String, String>> files = new ArrayList<>(files().entrySet());
    if (backwards) {
      Collections.reverse(files);
    }
    for (Map.Entry<String, String> file : files) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "godwit.toml",
        """
        [site]
        title = "Istanbul"
        url = "https://example.org/blog"
        author = "İnci"
        timezone = "America/St_Johns"
        language = "tr"
        [pagination]
        size = 7
        [feeds]
        tag-atom = "feeds/tag-{slug}.atom.xml"
        author-atom = "feeds/author-{slug}.atom.xml"
        json = "feeds/all.json"
        [llms]
        list = true
        copies = true
        [urls]
        draft = "drafts/{date:%A-%d-%B}/{slug}.html"
        """);
    for (int i = 0; i < 40; i++) {
      files.put("content/%c/article-%02d.md".formatted('a' + i % 5, i), article(i));
    }
    files.put("content/images/one.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    files.put("content/a/attached.txt", "attached");
    files.put("content/pages/about.md", "Title: About I\n\n# Iı\n\nText.\n");
    files.put("content/pages/Zuletzt.md", "Title: Zuletzt\nLang: de\nSlug: about\n\nText.\n");
    return files;
  }

  private static String article(int i) {
    return """
    ---
    Title: TITLE I %d – İıŞ
    Slug: article-%d
    Date: 2026-%02d-%02d %02d:30
    %s
    Lang: %s
    Tags: %s, %s
    Authors: %s
    Status: %s
    Aliases: /old/%d.html
    ---
    A paragraph with INFO, a [link]({filename}/pages/about.md#i), %s and an image:
    ![one]({static}/images/one.svg)

    ## Heading I %d

    | a | b |
    |---|---|
    | 1 | %d |

    ```java
    int i = %d; // İ
    ```

    Note[^1].

    [^1]: A footnote.
    """
        .formatted(
            i,
            i / 2,
            1 + i % 5,
            1 + i % 3, // many at the same time
            i % 24,
            i % 3 == 0 ? "Modified: 2026-05-" + (10 + i % 20) : "Category: Kategori " + i % 4,
            LANGUAGES.get(i % 2 + i % 4 / 2),
            TAGS.get(i % TAGS.size()),
            TAGS.get(i * 7 % TAGS.size()),
            i % 2 == 0 ? "İnci; Ada" : "Zoë",
            i % 11 == 10 ? "draft" : i % 13 == 12 ? "hidden" : "published",
            i,
            i == 5 ? "a [file]({attach}/a/attached.txt)" : "a [tag]({tag}" + TAGS.get(0) + ")",
            i,
            i,
            i);
  }
}
