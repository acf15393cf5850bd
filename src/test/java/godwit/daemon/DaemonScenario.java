package godwit.daemon;

import godwit.testing.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A site with one article, and a daemon for it when the test has made the site what it is to be.
abstract class DaemonScenario {
  /// Keeps a publish that is live from ending until there is a file `go`.
  static final String HELD =
      """
      [site]
      title = "Flock"
      [[publish.after]]
      command = ["sh", "-c", "until [ -e go ]; do sleep 0.02; done"]
      """;

  /// So that a page takes its time.
  private static final String SLOW =
      "<#list 1..400 as a><#list 1..1000 as b></#list></#list>${article.title}";

  static final String LINES = "Accept: application/x-ndjson\r\n";

  @TempDir Path directory;
  TestSite site;
  ServedDaemon daemon;

  @BeforeEach
  void make() throws Exception {
    site = new TestSite(directory, "[site]\ntitle = \"Flock\"\n");
    site.article("one.md", article("One"));
  }

  void makeSlow() throws Exception {
    site.file("templates/article.ftlh", SLOW);
    for (int i = 0; i < 200; i++) {
      site.article("slow" + i + ".md", article("Slow " + i));
    }
  }

  void serve() throws Exception {
    daemon = ServedDaemon.start(directory, InstantSource.fixed(TestSite.AS_OF));
    daemon.awaitReady();
  }

  /// Lets a publish that is held end.
  void letGo() throws Exception {
    Files.writeString(directory.resolve("go"), "");
  }

  @AfterEach
  void stop() throws Exception {
    letGo();
    daemon.close();
  }

  static String article(String title) {
    return "Title: " + title + "\nDate: 2026-01-02\n\nA.\n";
  }
}
