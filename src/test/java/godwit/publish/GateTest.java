package godwit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.diagnostic.Diagnostic;
import godwit.output.OutputFile;
import godwit.output.OutputPath;
import godwit.release.Change;
import godwit.release.Changes;
import godwit.site.Output;
import godwit.site.Site;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule of the gate: what trips it, what does not, and what is told.
class GateTest {
  private static final String CONFIG = "[site]\ntitle = \"Flock\"\nurl = \"https://example.org\"\n";

  /// As a program makes it, so that the text of this file holds none.
  private static final String KEY = "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIE\n";

  @TempDir Path directory;
  private TestSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site = new TestSite(directory, CONFIG);
    site.article("one.md", "Title: One\nDate: 2026-01-02\n\nText.\n");
  }

  @Test
  void aSiteThatKeepsToTheRulesPasses() throws IOException {
    site.file("content/images/i.png", "png").file("content/images/cert.txt", "BEGIN CERTIFICATE");

    assertThat(gate(everything(5, 4), Optional.of("https://example.org"))).isEmpty();
  }

  @Test
  void thereIsAFrontPage() throws IOException {
    site.file("godwit.toml", CONFIG + "[urls]\nindex = \"\"\n");

    assertThat(gate(everything(0, 1), Optional.empty()))
        .isEqualTo(
            """
            godwit.toml: error[no-index]: the site has no index.html, so there is nothing at its address
              hint: set urls.index, or give a page 'Save_as: index.html'; to publish all the same, once: --allow no-index
            """);
  }

  @ParameterizedTest
  @CsvSource({
    // pages before, pages, max-removed, whether it is refused
    "10, 8, 20, false",
    "10, 7, 20, true",
    "1000, 800, 20, false",
    "1000, 799, 20, true",
    "1000, 999, 0, false",
    "1000, 997, 0, true",
    "10, 11, 0, false",
    "0, 0, 0, false",
    // Of a small site, one or two may go, but not all.
    "3, 2, 20, false",
    "3, 1, 20, false",
    "4, 1, 20, true",
    "2, 0, 20, true",
    "1, 0, 20, true",
    "1, 0, 100, false",
    "1000, 1, 100, false"
  })
  void theNumberOfPagesDoesNotFallTooFar(long before, long pages, int maxRemoved, boolean isRefused)
      throws IOException {
    site.file("godwit.toml", CONFIG + "[publish]\nmax-removed = " + maxRemoved + "\n");

    String told = gate(new Changes(Optional.of("r"), List.of(), before, pages), Optional.empty());

    assertThat(told.contains("error[max-removed]")).as(told).isEqualTo(isRefused);
  }

  @Test
  void tooFewPagesAreToldOnceAndNotPageByPage() throws IOException {
    List<Change> gone = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      gone.add(removed("p" + i + ".html", OutputFile.Kind.PAGE));
    }
    Changes changes = new Changes(Optional.of("r"), gone, 8, 1);

    assertThat(gate(changes, Optional.empty()))
        .isEqualTo(
            """
            content: error[max-removed]: the site would have 1 page instead of 8, 87 % fewer (publish.max-removed is 20 %); gone: p1.html, p2.html, p3.html, p4.html, p5.html and 2 more
              hint: see that the content is all there; 'godwit diff' lists what would go; to publish all the same, once: --allow max-removed
            """);
    assertThat(gate(changes, Optional.empty(), GateRule.MAX_REMOVED))
        .startsWith("content: warning[max-removed]")
        .contains("content/p7.html.md: warning[removed-page]");
  }

  @Test
  void tooFewPagesBecauseTheClockIsEarlyAreToldAsSuch() throws IOException {
    List<Change> gone = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      site.article("p" + i + ".md", "Title: P\nDate: 2999-01-02\n\nText.\n");
      gone.add(removed("p" + i, OutputFile.Kind.PAGE));
    }
    gone.add(removed("q", OutputFile.Kind.PAGE));

    assertThat(gate(new Changes(Optional.of("r"), gone, 6, 1), Optional.empty()))
        .isEqualTo(
            """
            content: error[max-removed]: the site would have 1 page instead of 6, 83 % fewer (publish.max-removed is 20 %); gone: p1, p2, p3, p4, q; 4 of these are not due yet as of 2026-06-01 00:00 UTC
              hint: see that the clock and --as-of are right; 'godwit diff' lists what would go; to publish all the same, once: --allow max-removed
            """);
  }

  @Test
  void aHiddenPlaceIsToldWhereItIsAskedFor() throws IOException {
    site.article("h.md", "Title: H\nSave_as: .godwit/x.html\nDate: 2026-01-02\n\nText.\n");

    assertThat(gate(everything(0, 9), Optional.empty()))
        .isEqualTo(
            """
            content/h.md:2:10: error[secret]: '.godwit' must not be published (as .godwit/x.html)
              hint: give it another save_as or slug; to publish all the same, once: --allow secret
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "old.html, PAGE, warn, warning",
    "old.html, PAGE, error, error",
    "old.html, PAGE, off, nothing",
    "tag/x.html, LIST, error, nothing",
    "images/i.png, FILE, error, nothing",
    "theme/s.abc.css, ASSET, error, nothing",
    // The place of drafts: nobody was told its address.
    "drafts/old.html, PAGE, error, nothing",
    "drafts/pages/old.html, PAGE, error, nothing"
  })
  void aPageThatIsGoneIsNamed(String path, OutputFile.Kind kind, String level, String severity)
      throws IOException {
    site.file("godwit.toml", CONFIG + "[publish]\nremoved-pages = \"" + level + "\"\n");
    Changes changes = new Changes(Optional.of("r"), List.of(removed(path, kind)), 10, 9);

    String told = gate(changes, Optional.empty());

    if (severity.equals("nothing")) {
      assertThat(told).isEmpty();
    } else {
      assertThat(told)
          .isEqualTo(
              """
              content/old.html.md: %s[removed-page]: the site no longer has its page old.html, which was live
                hint: to lead its readers on, write 'Aliases: old.html' into the page that takes its place%s
              """
                  .formatted(
                      severity,
                      level.equals("error")
                          ? "; to publish all the same, once: --allow removed-page"
                          : ""));
    }
  }

  @Test
  void aPageThatHasMovedIsToldToKeepItsAddress() throws IOException {
    OutputFile old =
        new OutputFile(new OutputPath("uno.html"), OutputFile.Kind.PAGE, "content/one.md");
    Changes changes =
        new Changes(Optional.of("r"), List.of(new Change(Change.Type.REMOVED, old, 1, true)), 1, 1);

    assertThat(gate(changes, Optional.empty()))
        .isEqualTo(
            """
            content/one.md: warning[removed-page]: its page is now one.html and no longer uno.html, which was live
              hint: to keep its old address, write 'Aliases: uno.html' into its header
            """);
  }

  @Test
  void nobodyIsToldToGiveTheAddressOfWhatWasLiveToADraft() throws IOException {
    site.article("two.md", "Title: Two\nDate: 2026-01-02\nStatus: draft\n\nText.\n");
    OutputFile old =
        new OutputFile(new OutputPath("two.html"), OutputFile.Kind.PAGE, "content/two.md");
    Changes changes =
        new Changes(Optional.of("r"), List.of(new Change(Change.Type.REMOVED, old, 1, true)), 1, 1);

    assertThat(gate(changes, Optional.empty()))
        .isEqualTo(
            """
            content/two.md: warning[removed-page]: it is a draft now; its page two.html was live
              hint: to lead its readers on, write 'Aliases: two.html' into the page that takes its place
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org, nothing",
    // It was published before it had an address.
    "Flock, nothing",
    "https://example.org/blog, error",
    "http://example.org, error",
    "Another, error"
  })
  void whatIsLiveIsTheSameSite(String live, String severity) throws IOException {
    String told = gate(everything(1, 1), Optional.of(live));

    assertThat(told)
        .isEqualTo(
            severity.equals("nothing")
                ? ""
                : """
                godwit.toml: error[other-site]: what is live is another site: '%s', not 'https://example.org'
                  hint: name another directory in publish.target, unless this site has a new address; to publish all the same, once: --allow other-site
                """
                    .formatted(live));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what content.static names | the file | whether it holds a key | what is wrong with it
        "images|images/notes.txt|true|it holds a private key",
        "images|images/server.crt|true|it holds a private key",
        "images|images/notes.txt|false|",
        "a/server.pem|a/server.pem|true|it holds a private key",
        "a/server.pem|a/server.pem|false|",
        "a/server.key|a/server.key|true|it holds a private key",
        "a/id_rsa|a/id_rsa|false|id_rsa must not be published",
        ".env|.env|false|.env must not be published",
        ".env.production|.env.production|false|.env.production must not be" + " published",
        ".git|.git/config|false|.git must not be published",
        ".htpasswd|.htpasswd|false|.htpasswd must not be published",
        "a/store.jks|a/store.jks|false|store.jks must not be published",
        ".well-known|.well-known/security.txt|false|",
        ".htaccess|.htaccess|false|",
        ".d|.d/.hidden|false|.hidden must not be published",
        // The scan passes over these; here it is seen that it does.
        "images|.env|true|",
        "images|images/server.pem|true|"
      })
  void nothingSecretIsPublished(String named, String file, boolean hasKey, String wrong)
      throws IOException {
    site.file("godwit.toml", CONFIG + "[content]\nstatic = [\"" + named + "\"]\n");
    site.file("content/" + file, hasKey ? "text\n" + KEY : "text\n");

    String told = gate(everything(0, 1), Optional.empty());

    if (wrong == null) {
      assertThat(told).isEmpty();
    } else {
      assertThat(told.replace("'", "")).startsWith("content/" + file + ": error[secret]: " + wrong);
      assertThat(told).contains("--allow secret");
      assertThat(told.lines()).hasSize(2);
    }
  }

  @Test
  void aKeyIsFoundWhicheverWayItCame() throws IOException {
    site.article("one.md", "Title: One\nDate: 2026-01-02\n\n[key]({static}my-key.txt)\n")
        .file("content/my-key.txt", KEY)
        .file("templates/assets/theme.txt", "PuTTY-User-Key-" + "File-3: x\n")
        .file("content/images/far.txt", " ".repeat(60_000) + KEY)
        .article("env.md", "Title: Env\nDate: 2026-01-02\nSave_as: .env\n\nText.\n");

    assertThat(gate(everything(0, 2), Optional.empty()))
        .contains("content/my-key.txt: error[secret]: it holds a private key")
        .contains("content/images/far.txt: error[secret]: it holds a private key")
        .contains("templates/assets/theme.txt: error[secret]: it holds a private key")
        .contains("content/env.md:3:10: error[secret]: '.env' must not be published (as .env)");
  }

  @Test
  void wellKnownPlacesAreForEverybody() throws IOException {
    site.article("w.md", "Title: W\nDate: 2026-01-02\nSave_as: .well-known/w.html\n\nText.\n");

    assertThat(gate(everything(0, 2), Optional.empty())).isEmpty();
  }

  @Test
  void whatIsLiveAlreadyIsNotLookedAtAgain() throws IOException {
    site.file("content/images/notes.txt", KEY);

    assertThat(gate(new Changes(Optional.of("r"), List.of(), 1, 1), Optional.empty())).isEmpty();
  }

  @Test
  void anAllowedRuleOnlyWarns() throws IOException {
    site.file(
        "godwit.toml", CONFIG + "[urls]\nindex = \"\"\n[publish]\nremoved-pages = \"error\"\n");
    site.file("content/images/notes.txt", KEY);
    List<Change> list = new ArrayList<>(everything(0, 0).list());
    list.add(removed("old.html", OutputFile.Kind.PAGE));
    Changes changes = new Changes(Optional.of("r"), list, 10, 1);
    Optional<String> other = Optional.of("Another");

    Set<GateRule> rules = EnumSet.complementOf(EnumSet.of(GateRule.BROKEN_LINK)); // the build's
    for (GateRule rule : rules) {
      Set<GateRule> rest = EnumSet.complementOf(EnumSet.of(rule));
      assertThat(gate(changes, other, rest.toArray(GateRule[]::new)))
          .contains("error[" + rule.code() + "]")
          .containsOnlyOnce("error[");
    }
    assertThat(gate(changes, other, GateRule.values()))
        .contains(rules.stream().map(rule -> "warning[" + rule.code() + "]").toList())
        .doesNotContain("error[", "--allow");
  }

  private String gate(Changes changes, Optional<String> live, GateRule... allowed)
      throws IOException {
    List<Diagnostic> found =
        new Gate(site.config(), Set.of(allowed)).check(site.build().site(), changes, live);
    return found.stream().map(diagnostic -> diagnostic + "\n").collect(Collectors.joining());
  }

  /// Every file of the site is new.
  private Changes everything(long before, long pages) throws IOException {
    Site built = site.build().site();
    List<Change> list = new ArrayList<>();
    for (Output output : built.outputs()) {
      list.add(new Change(Change.Type.ADDED, output.file(), 1, true));
    }
    return new Changes(Optional.empty(), list, before, pages);
  }

  private static Change removed(String path, OutputFile.Kind kind) {
    String source = "content/" + path.substring(path.lastIndexOf('/') + 1) + ".md";
    OutputFile file = new OutputFile(new OutputPath(path), kind, source);
    return new Change(Change.Type.REMOVED, file, 1, true);
  }
}
