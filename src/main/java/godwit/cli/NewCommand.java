package godwit.cli;

import godwit.config.SiteConfig;
import godwit.control.Json;
import godwit.site.Slugs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `godwit new`.
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Begins an article, or a page, with its header filled in.",
    footer = {
      "",
      "A file that is there already is never changed.",
      "",
      "Example:",
      "  godwit new \"Notes from the Wadden Sea\" --tags birds,mud --draft"
    })
final class NewCommand implements Callable<Integer> {
  /// Of a name on Linux file systems (NAME_MAX).
  private static final int MOST_BYTES = 255;

  private final Surroundings.Shell shell;
  private final PrintStream out;

  @Mixin private SiteOptions options = new SiteOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TITLE", description = "Its title.")
  private String title = "";

  @Option(names = "--page", description = "Begin a page, which has no date.")
  private boolean page;

  @Option(
      names = "--draft",
      description = "Mark it as a draft: reachable only by who knows its address.")
  private boolean draft;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Its category.")
  private String category = "";

  @Option(
      names = "--tags",
      paramLabel = "LIST",
      defaultValue = "",
      description = "Its tags, with commas between them.")
  private String tags = "";

  NewCommand(Surroundings.Shell shell) {
    this.shell = shell;
    this.out = shell.out();
  }

  @Override
  public Integer call() throws IOException {
    Optional<SiteConfig> config = options.config(shell);
    if (config.isEmpty()) {
      return ExitCode.USAGE;
    }
    String oneLine = title.strip().replaceAll("\\s+", " ");
    String slug = Slugs.of(oneLine);
    if (slug.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "no file can be named after the title '" + title + "'");
    }
    List<String> folders =
        (page ? config.get().content().pages() : config.get().content().articles()).paths();
    Path folder =
        config.get().contentDirectory().resolve(folders.isEmpty() ? "" : folders.getFirst());
    String name = slug + ".md";
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new ParameterException(
          spec.commandLine(),
          "the title makes a file name of %d bytes, and %d is the most; begin with a shorter one and change it in the header"
              .formatted(bytes, MOST_BYTES));
    }
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      throw new ParameterException(
          spec.commandLine(), file + " is there already; give another title, or edit it");
    }
    Files.createDirectories(folder);
    Files.writeString(file, header(oneLine, config.get()), StandardOpenOption.CREATE_NEW);
    if (options.isJson()) {
      Json.print(
          out,
          writer -> {
            writer.beginObject();
            Json.text(writer, "result", "ok");
            Json.text(writer, "file", file.toString());
            writer.endObject();
          });
    } else if (!options.isQuiet()) {
      out.println(file);
    }
    return ExitCode.DONE;
  }

  private String header(String oneLine, SiteConfig config) {
    List<String> lines = new ArrayList<>();
    lines.add("Title: " + oneLine);
    if (!page) {
      DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
      lines.add("Date: " + format.format(Instant.now().atZone(config.site().zone())));
    }
    if (!category.isBlank()) {
      lines.add("Category: " + category.strip());
    }
    if (!tags.isBlank()) {
      lines.add("Tags: " + tags.strip());
    }
    if (draft) {
      lines.add("Status: draft");
    }
    return String.join("\n", lines) + "\n\n";
  }
}
