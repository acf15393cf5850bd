package godwit.cli;

import godwit.control.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `godwit init`.
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Makes a new site that can be published at once.",
    footer = {
      "",
      "Files that are there already are never changed.",
      "",
      "Example:",
      "  godwit init my-blog --title \"My Blog\" --url https://example.org"
    })
final class InitCommand implements Callable<Integer> {
  private final PrintStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Where to (default: here).")
  private Path directory = Path.of("");

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "My Site",
      description = "The site's title (default: ${DEFAULT-VALUE}).")
  private String title = "";

  @Option(names = "--author", paramLabel = "NAME", defaultValue = "", description = "Who writes.")
  private String author = "";

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "",
      description = "Where the site will be read; feeds and sitemap need it.")
  private String url = "";

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "The site's language (default: ${DEFAULT-VALUE}).")
  private String language = "";

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but errors.")
  private boolean quiet;

  @Option(names = "--json", description = "Print the result as JSON, for programs.")
  private boolean json;

  InitCommand(Surroundings.Shell shell) {
    this.out = shell.out();
  }

  @Override
  public Integer call() throws IOException {
    Path root = directory.toAbsolutePath().normalize();
    Map<String, String> files = files();
    for (String name : files.keySet()) {
      if (Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        throw new ParameterException(
            spec.commandLine(), root.resolve(name) + " is there already; nothing was changed");
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW);
    }
    if (json) {
      Json.print(
          out,
          writer -> {
            writer.beginObject();
            Json.text(writer, "result", "ok");
            Json.text(writer, "site", root.toString());
            Json.texts(writer, "files", List.copyOf(files.keySet()));
            writer.endObject();
          });
    } else if (!quiet) {
      out.println("Made a site in " + root);
      files.keySet().forEach(name -> out.println("  " + name));
      out.println("Publish it with:");
      out.println(
          "  godwit publish" + (directory.toString().isEmpty() ? "" : " --site " + directory));
    }
    return ExitCode.DONE;
  }

  private Map<String, String> files() {
    ZoneId zone = ZoneId.systemDefault();
    String now =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .format(Instant.now().atZone(zone));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("godwit.toml", config(zone));
    files.put("content/first-article.md", article(now));
    files.put(
        "content/pages/about.md",
        "Title: About\n\nWrite here who you are, and what this site is about.\n");
    return files;
  }

  private String config(ZoneId zone) {
    StringBuilder toml = new StringBuilder("[site]\n");
    line(toml, "title", title);
    if (!author.isEmpty()) {
      line(toml, "author", author);
    }
    if (url.isEmpty()) {
      toml.append(
          "# Where the site will be read. Feeds and the sitemap are made once this is set.\n");
      toml.append("# url = \"https://example.org\"\n");
    } else {
      line(toml, "url", url);
    }
    line(toml, "language", language);
    // 'Z' is what some systems call UTC; the manual's name for it is plainer.
    line(toml, "timezone", zone.getId().equals("Z") ? "UTC" : zone.getId());
    toml.append("\n[[site.menu]]\ntitle = \"About\"\nurl = \"{filename}pages/about.md\"\n");
    toml.append("\n[publish]\n# The web server serves the directory html below this one.\n");
    line(toml, "target", "public");
    return toml.toString();
  }

  private static void line(StringBuilder toml, String key, String value) {
    String escaped =
        value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    toml.append(key).append(" = \"").append(escaped).append("\"\n");
  }

  private static String article(String now) {
    return """
    Title: My first article
    Date: %s
    Tags: welcome

    This is an article in **Markdown**. Change it, or write another with:

    ```sh
    godwit new "My second article"
    ```

    Then publish the site again. Here is a link to [the about page]({filename}pages/about.md):
    if you ever rename that page, Godwit tells you that the link is broken.
    """
        .formatted(now);
  }
}
