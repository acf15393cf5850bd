package godwit.cli;

import godwit.config.ConfigReader;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A site whose daemon would listen in it, and the commands on it.
abstract class DaemonCallScenario {
  @TempDir Path temporary;
  Path directory;
  Path socket;

  @BeforeEach
  void makeSite() throws IOException {
    directory = makeSite("flock");
    socket = directory.resolve("s");
  }

  Path makeSite(String name) throws IOException {
    Path site = temporary.toRealPath().resolve(name);
    file(
        site,
        "godwit.toml",
        "[site]\ntitle = \"Flock\"\nurl = \"https://example.org\"\n[daemon]\nsocket = \"s\"\n");
    for (String article : List.of("one", "two", "three", "four", "five", "six")) {
      file(site, "content/" + article + ".md", article(article));
    }
    file(site, "content/due.md", "Title: Due\nDate: 2999-12-01 09:00\n\nText.\n");
    file(
        site,
        "content/old.md",
        "Title: Old\nDate: 2026-01-01\nExpires: 2998-01-01 00:00 +0200\n\nText.\n");
    return site;
  }

  static String article(String name) {
    return "Title: " + name + "\nDate: 2026-01-02 10:00\n\nText of " + name + ".\n";
  }

  static void file(Path site, String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  static ServedSite served(Path site) {
    return new ServedSite(
        ConfigReader.read(site.resolve("godwit.toml"), new Diagnostics()).orElseThrow());
  }

  static Cli onSite(Path site, String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--site=" + site));
    all.addAll(List.of(arguments));
    return masked(Cli.run(all.toArray(String[]::new)).without(site));
  }

  static Cli masked(Cli told) {
    return new Cli(
        told.exitCode(),
        told.out()
            .replaceAll("\"(m|publishingM)illiseconds\":\\d+", "MS")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "NOW")
            .replaceAll("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d", "NOW"),
        told.err());
  }
}
