package godwit.publish;

import godwit.config.PublishSettings.RemovedPages;
import godwit.config.SiteConfig;
import godwit.config.Status;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputFile;
import godwit.output.OutputPath;
import godwit.release.Change;
import godwit.release.Changes;
import godwit.site.Due;
import godwit.site.Entry;
import godwit.site.Output;
import godwit.site.Site;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks at a site that is ready to go live, and says what speaks against it: mistakes that no
/// source shows, such as a content directory that was not mounted. See [GateRule].
///
/// Errors in the sources have been found by the build before, and links that lead nowhere, see
/// [BrokenLinks].
public final class Gate {
  /// So many pages may always go: in a small site each one is a large part.
  private static final long FEW = 2;

  private static final int NAMED = 5;
  private static final OutputPath INDEX = new OutputPath("index.html");

  private final SiteConfig config;
  private final Set<GateRule> allowed;

  /// @param allowed rules whose findings are no more than warnings
  public Gate(SiteConfig config, Set<GateRule> allowed) {
    this.config = config;
    this.allowed = Set.copyOf(allowed);
  }

  /// @param changes by which the site differs from what is live
  /// @param liveSite the site that the live release is of, see [#siteOf]
  /// @return what was found, sorted; errors where a rule is broken that is not allowed to be
  /// @throws IOException if a file that is to be copied cannot be read
  public List<Diagnostic> check(Site site, Changes changes, Optional<String> liveSite)
      throws IOException {
    Diagnostics found = new Diagnostics();
    index(site, found);
    new SecretFiles(config).find(site, changes, finding -> add(GateRule.SECRET, finding, found));
    if (!tooFew(site, changes, found)) {
      removedPages(site, changes, found);
    }
    liveSite.ifPresent(live -> otherSite(live, found));
    return found.sorted();
  }

  /// What tells a site from others: its URL, or its title if it has none.
  static String siteOf(SiteConfig config) {
    return config.site().url().isEmpty() ? config.site().title() : config.site().url();
  }

  /// All that a live release of the site may say it is of: a site that has got its address only now
  /// was known by its title.
  static Set<String> namesOf(SiteConfig config) {
    return Set.copyOf(List.of(siteOf(config), config.site().title()));
  }

  private void index(Site site, Diagnostics found) {
    if (site.output(INDEX).isEmpty()) {
      add(
          GateRule.NO_INDEX,
          new Finding(
              "godwit.toml",
              "the site has no index.html, so there is nothing at its address",
              "set urls.index, or give a page 'Save_as: index.html'"),
          found);
    }
  }

  /// @return whether too many pages are gone, and that is not allowed
  private boolean tooFew(Site site, Changes changes, Diagnostics found) {
    long gone = changes.pagesBefore() - changes.pages();
    int limit = config.publish().maxRemoved();
    boolean tooMany =
        gone > 0
            && (gone > FEW || changes.pages() == 0)
            && gone * 100 > changes.pagesBefore() * limit;
    if (!tooMany) {
      return false;
    }
    long early = notDue(site, changes);
    add(
        GateRule.MAX_REMOVED,
        new Finding(
            config.content().path(),
            "the site would have %s instead of %d, %d %% fewer (publish.max-removed is %d %%);"
                    .formatted(
                        changes.pages() == 1 ? "1 page" : changes.pages() + " pages",
                        changes.pagesBefore(),
                        gone * 100 / changes.pagesBefore(),
                        limit)
                + " gone: "
                + names(removedPages(changes))
                + (early == 0
                    ? ""
                    : "; %d of these are not due yet as of %s".formatted(early, asOf(site))),
            (early == 0
                    ? "see that the content is all there"
                    : "see that the clock and --as-of are right")
                + "; 'godwit diff' lists what would go"),
        found);
    return !allowed.contains(GateRule.MAX_REMOVED);
  }

  /// How many pages are gone because they are due only later: the clock says less than it did.
  private static long notDue(Site site, Changes changes) {
    Set<String> due = site.due().stream().map(Due::sourceName).collect(Collectors.toSet());
    return removedPages(changes).stream().filter(page -> due.contains(page.source())).count();
  }

  private static String asOf(Site site) {
    return Due.format(site.asOf().atZone(site.config().site().zone()));
  }

  private static String names(List<OutputFile> files) {
    String first =
        String.join(", ", files.stream().limit(NAMED).map(file -> file.path().value()).toList());
    return files.size() <= NAMED ? first : first + " and " + (files.size() - NAMED) + " more";
  }

  private void removedPages(Site site, Changes changes, Diagnostics found) {
    if (config.publish().removedPages() == RemovedPages.OFF) {
      return;
    }
    DraftPlaces drafts = new DraftPlaces(config.urls());
    for (OutputFile page : removedPages(changes)) {
      if (!drafts.has(page.path())) {
        removedPage(site, page, found);
      }
    }
  }

  private void removedPage(Site site, OutputFile page, Diagnostics found) {
    String path = page.path().value();
    @Nullable Entry now = nowAt(site, page.source());
    boolean isDraft = now != null && now.status() == Status.DRAFT;
    String message =
        now == null
            ? "the site no longer has its page %s, which was live".formatted(path)
            : isDraft
                ? "it is a draft now; its page %s was live".formatted(path)
                : "its page is now %s and no longer %s, which was live"
                    .formatted(now.address().saveAs().value(), path);
    String hint =
        now == null || isDraft
            ? "to lead its readers on, write 'Aliases: %s' into the page that takes its place"
            : "to keep its old address, write 'Aliases: %s' into its header";
    add(GateRule.REMOVED_PAGE, new Finding(page.source(), message, hint.formatted(path)), found);
  }

  /// What the new release has of a source, or null if it has no page of it.
  private static @Nullable Entry nowAt(Site site, String source) {
    for (Output output : site.outputs()) {
      if (output instanceof Output.EntryOutput entry && entry.origin().equals(source)) {
        return entry.entry();
      }
    }
    return null;
  }

  private static List<OutputFile> removedPages(Changes changes) {
    return changes.list().stream()
        .filter(change -> change.type() == Change.Type.REMOVED)
        .map(Change::file)
        .filter(file -> file.kind() == OutputFile.Kind.PAGE)
        .toList();
  }

  private void otherSite(String live, Diagnostics found) {
    if (namesOf(config).contains(live)) {
      return;
    }
    add(
        GateRule.OTHER_SITE,
        new Finding(
            "godwit.toml",
            "what is live is another site: '%s', not '%s'".formatted(live, siteOf(config)),
            "name another directory in publish.target, unless this site has a new address"),
        found);
  }

  /// What a rule has found. @param hint what to do about it but for allowing it
  record Finding(SourcePosition position, String message, String hint) {
    Finding(String file, String message, String hint) {
      this(SourcePosition.ofFile(file), message, hint);
    }
  }

  private void add(GateRule rule, Finding finding, Diagnostics found) {
    boolean isWarning =
        allowed.contains(rule)
            || (rule == GateRule.REMOVED_PAGE
                && config.publish().removedPages() == RemovedPages.WARN);
    found.add(
        new Diagnostic(
            isWarning ? Severity.WARNING : Severity.ERROR,
            rule.code(),
            finding.position(),
            finding.message(),
            isWarning ? finding.hint() : finding.hint() + "; " + rule.flag()));
  }
}
