package godwit.importer;

import godwit.importer.TomlValue.Text;
import java.nio.file.Path;
import java.util.List;

/// Makes `[links]` and `[publish]`.
final class PublishKeys {
  private static final String TARGET = "public";

  private final Settings settings;
  private final Notes notes;
  private final Draft draft;
  private final Path directory;

  PublishKeys(Settings settings, Notes notes, Draft draft, Path directory) {
    this.settings = settings;
    this.notes = notes;
    this.draft = draft;
    this.directory = directory;
  }

  void write() {
    draft.put(
        "links.check",
        new Text("warn"),
        List.of(
            "Pelican only warns of links that lead nowhere. Without this line they are errors:",
            "take it out when 'godwit check' finds none."),
        List.of());
    String given = settings.text("OUTPUT_PATH", "output").replace("\0", "");
    Path output = directory.resolve(given).normalize();
    String shown = output.startsWith(directory) ? directory.relativize(output).toString() : given;
    if (output.equals(directory.resolve(TARGET))) {
      settings
          .position("OUTPUT_PATH")
          .ifPresent(
              position ->
                  notes.setting(
                      position,
                      "OUTPUT_PATH is '"
                          + TARGET
                          + "', where Godwit publishes, too: what Pelican wrote stays there,"
                          + " beside the directory html",
                      "move it away before the first publish, or write another publish.target"));
    }
    draft.add(
        "publish.target",
        new Text(TARGET),
        List.of(
            "Pelican wrote the site into '" + shown + "'. Godwit publishes it as the",
            "directory html below the target, and keeps the release before and its own records",
            "beside that: let the web server serve public/html."),
        settings.isUnread("OUTPUT_PATH") ? List.of() : List.of("OUTPUT_PATH"));
  }
}
