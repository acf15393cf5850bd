package godwit.build;

import godwit.config.SiteConfig;
import godwit.content.ContentFiles;
import godwit.content.ContentScanner;
import godwit.content.Document;
import godwit.content.DocumentCache;
import godwit.content.SourceFile;
import godwit.diagnostic.Diagnostics;
import godwit.output.OutputSink;
import godwit.render.Renderer;
import godwit.render.Theme;
import godwit.site.Entry;
import godwit.site.LinkResolver;
import godwit.site.Output;
import godwit.site.Site;
import godwit.site.SiteAssembler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Builds a site: reads the content, puts it together, renders every output into a sink.
public final class Build {
  /// How long anything may take before it is given up.
  ///
  /// @param reading of one source file
  /// @param template for one page
  record Limits(Duration reading, Duration template) {
    private static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10));
  }

  private final SiteConfig config;
  private final Instant asOf;
  private final int threads;
  private final BuildListener listener;
  private final DocumentCache documents;
  private final Limits limits;

  /// @param asOf the instant by which everything in the build is judged
  /// @param threads how many work at the same time, at least 1
  /// @param listener is told of the progress, by any of the threads
  public Build(SiteConfig config, Instant asOf, int threads, BuildListener listener) {
    this(new DocumentCache(config), asOf, threads, listener);
  }

  /// A build of the cache's config that parses only what has changed since the build before.
  ///
  /// @param documents of the builds before; has those of this one from then on
  public Build(DocumentCache documents, Instant asOf, int threads, BuildListener listener) {
    this(documents, asOf, threads, listener, Limits.USUAL);
  }

  Build(DocumentCache documents, Instant asOf, int threads, BuildListener listener, Limits limits) {
    this(documents.config(), documents, asOf, threads, listener, limits);
  }

  private Build(
      SiteConfig config,
      DocumentCache documents,
      Instant asOf,
      int threads,
      BuildListener listener,
      Limits limits) {
    this.config = config;
    this.documents = documents;
    this.asOf = asOf;
    this.threads = threads;
    this.listener = listener;
    this.limits = limits;
  }

  /// The same build, which links that lead nowhere do not fail.
  public Build allowingBrokenLinks() {
    return new Build(config.allowingBrokenLinks(), documents, asOf, threads, listener, limits);
  }

  /// The instant by which everything in the build is judged.
  public Instant asOf() {
    return asOf;
  }

  /// Runs the build. Mistakes of the author do not stop it at the first: they are all found.
  ///
  /// @param sink gets the files, also those of a build that fails while it renders; none of one
  ///   whose files cannot all be of one tree
  /// @throws IOException if the sink or the theme fails: an environment's failure, not an author's
  public BuildResult run(OutputSink sink) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    try (Workers workers = new Workers(threads)) {
      Theme theme = new Theme(config);
      Site site = Fingerprinting.add(assemble(theme, workers, diagnostics), workers);
      LinkResolver links = new LinkResolver(site);
      checkLinks(site, links, workers, diagnostics);
      OutputSink files = diagnostics.hasErrors() ? new DiscardingSink() : sink;
      render(site, new Renderer(site, theme, links, diagnostics), workers, files, diagnostics);
      return diagnostics.hasErrors()
          ? new BuildResult.Failed(diagnostics.sorted())
          : new BuildResult.Built(site, diagnostics.sorted());
    }
  }

  /// Puts the site together without rendering it or looking at its links.
  ///
  /// @param diagnostics receives what is wrong with the content; the site lacks what has errors
  /// @throws IOException if the theme cannot be read
  public Site assemble(Diagnostics diagnostics) throws IOException {
    try (Workers workers = new Workers(threads)) {
      return assemble(new Theme(config), workers, diagnostics);
    }
  }

  private Site assemble(Theme theme, Workers workers, Diagnostics diagnostics) throws IOException {
    ContentFiles files = ContentScanner.scan(config, diagnostics);
    List<Document> read = read(files.documents(), workers, diagnostics);
    documents.retain(files.documents());
    return SiteAssembler.assemble(
        config, read, files, theme.assets(diagnostics), asOf, diagnostics);
  }

  private List<Document> read(List<SourceFile> files, Workers workers, Diagnostics diagnostics)
      throws IOException {
    Progress progress = new Progress(BuildListener.Stage.READ, files.size(), listener);
    Duration most = limits.reading().plus(config.readers().longest());
    ReadingWatch watch = new ReadingWatch(most, workers, diagnostics);
    try (Watchdog watchdog = new Watchdog(watch::look)) {
      watchdog.start();
      return workers
          .map(
              files,
              file -> {
                watch.begin(file);
                Optional<Document> document = documents.read(file, diagnostics);
                watch.end();
                progress.step();
                return document;
              })
          .stream()
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private static void checkLinks(
      Site site, LinkResolver links, Workers workers, Diagnostics diagnostics) throws IOException {
    workers.forEach(site.entries(), (Entry entry) -> links.check(entry, diagnostics));
  }

  private void render(
      Site site, Renderer renderer, Workers workers, OutputSink sink, Diagnostics diagnostics)
      throws IOException {
    Progress progress = new Progress(BuildListener.Stage.RENDER, site.outputs().size(), listener);
    try (Watchdog watchdog =
        new Watchdog(() -> renderer.stopLongerThan(limits.template()).forEach(workers::giveUp))) {
      watchdog.start();
      workers.forEach(
          site.outputs(),
          (Output output) -> {
            renderer.render(output, sink);
            progress.step();
          });
    }
    renderer.report(diagnostics);
  }
}
