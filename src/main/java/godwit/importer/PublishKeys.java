package godwit.importer;

import godwit.importer.TomlValue.Text;
import java.util.List;

/// Makes `[links]` and `[publish]`.
final class PublishKeys {
  private final Settings settings;
  private final Draft draft;

  PublishKeys(Settings settings, Draft draft) {
    this.settings = settings;
    this.draft = draft;
  }

  void write() {
    draft.put(
        "links.check",
        new Text("warn"),
        List.of(
            "Pelican only warns of links that lead nowhere. Without this line they are errors:",
            "take it out when 'godwit check' finds none."),
        List.of());
    String output = settings.text("OUTPUT_PATH", "output");
    draft.add(
        "publish.target",
        new Text("public"),
        List.of(
            "Pelican wrote the site into '" + output + "'. Godwit publishes it as the directory",
            "html below the target, and keeps the release before and its own records beside that:",
            "let the web server serve public/html."),
        settings.isUnread("OUTPUT_PATH") ? List.of() : List.of("OUTPUT_PATH"));
  }
}
