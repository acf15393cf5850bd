package godwit.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// A site for [ThemeTest] that has some of everything a theme must be able to show.
final class ThemeSite {
  private ThemeSite() {}

  /// Writes the site. @return its `godwit.toml`
  static Path write(Path directory, String language) throws IOException {
    Path config = directory.resolve("godwit.toml");
    Files.writeString(
        config,
        """
        [site]
        title = "Flock & Co"
        subtitle = "Notes on \\"waders\\""
        description = "What a birdwatcher sees <at> the coast."
        url = "https://example.org/blog"
        language = "%s"

        [[site.menu]]
        title = "About"
        url = "{filename}pages/about.md"

        [[site.menu]]
        title = "Source"
        url = "https://example.org/source"
        """
            .formatted(language));
    article(directory, "walk.md", WALK.replace("LANG", language));
    article(directory, "walk-fr.md", WALK_FR);
    article(directory, "not-yet.md", "Title: Not yet\nDate: 2024-05-01\nStatus: draft\n\nText.\n");
    article(directory, "pages/about.md", ABOUT);
    for (int i = 1; i <= 11; i++) {
      article(
          directory,
          "short-" + i + ".md",
          "Title: Short %d\nDate: 2023-12-%02d\n\nOne sentence[^1].\n\n## A heading\n\n[^1]: A note.\n"
              .formatted(i, i));
    }
    return config;
  }

  private static void article(Path directory, String name, String text) throws IOException {
    Path file = directory.resolve("content").resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static final String WALK =
      """
      Title: A long walk, "far" & <wide>
      Slug: a-long-walk
      Lang: LANG
      Date: 2024-03-02 08:00
      Modified: 2024-03-05 08:00
      Category: Field notes
      Tags: mud & sand, waders
      Authors: Ann, Ben
      Aliases: old/walk.html

      A walk[^walk] of *several* hours, with ~~boats~~ and a [link](https://example.org/?a=1&b=2).

      ## Morning

      > [!NOTE]
      > The tide waits for **nobody**.

      > [!WARNING]
      > Mud.
      >
      > - deep
      > - cold

      > A plain quote.

      | Bird | Count | Where |
      |---|--:|:-:|
      | Bar-tailed godwit | 11 | the *mud* |
      | Knot | 2000 | `north` |

      ## Noon & after

      - [ ] count again
      - [x] eat

      1. one
         - nested
      2. two

      ![A godwit](https://example.org/godwit.jpg "In flight"){width=640 height=480}

      ### A detail

      ```java
      /// A bird.
      record Bird(String name, int count) {}
      ```

      ```
      plain <text> & more
      ```

          indented

      ## Night

      The end.[^walk] Press <kbd>q</kbd>.

      ---

      [^walk]: On foot.
      """;

  private static final String WALK_FR =
      """
      Title: Une longue marche
      Slug: a-long-walk
      Lang: fr
      Date: 2024-03-02 08:00
      Category: Field notes

      Une marche.
      """;

  private static final String ABOUT =
      """
      Title: About
      Modified: 2024-01-02

      ## Who we are

      Two people.

      ## Where

      Here.

      ## When

      Now.
      """;
}
