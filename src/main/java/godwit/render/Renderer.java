package godwit.render;

import freemarker.core.Environment;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputFile;
import godwit.output.OutputSink;
import godwit.site.Address;
import godwit.site.Article;
import godwit.site.Entry;
import godwit.site.LinkResolver;
import godwit.site.ListScope;
import godwit.site.Output;
import godwit.site.OwnFile;
import godwit.site.Page;
import godwit.site.Site;
import godwit.site.StyleSheet;
import godwit.site.Term;
import godwit.site.ThemeAsset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Renders the outputs of one site. One instance serves every thread.
public final class Renderer {
  private static final String TOO_LONG = "it was stopped because it took too long";

  private final SiteModel model;
  private final Site site;
  private final TemplateEngine engine;
  private final TemplateErrors errors;
  private final FeedWriter feeds;
  private final LinkResolver links;
  private final Map<Thread, RunningTemplate> running = new ConcurrentHashMap<>();
  private final Set<String> endless = ConcurrentHashMap.newKeySet();

  /// @param diagnostics receives what is wrong with the settings' own links
  public Renderer(Site site, Theme theme, LinkResolver links, Diagnostics diagnostics) {
    this.site = site;
    this.model = new SiteModel(site, links, diagnostics);
    this.engine = new TemplateEngine(theme);
    this.errors = new TemplateErrors(theme);
    this.feeds = new FeedWriter(site, links);
    this.links = links;
  }

  /// Renders an output and hands it to the sink. What is wrong with its template is told by
  /// [#report]; nothing is handed over then.
  ///
  /// @throws IOException if the sink cannot take it
  public void render(Output output, OutputSink sink) throws IOException {
    switch (output) {
      case Output.CopiedOutput copied -> copy(copied, copied.file(), sink);
      case Output.FingerprintOutput second -> second(second, sink);
      case Output.FeedOutput feed -> sink.write(feed.file(), feeds.write(feed));
      case Output.MarkdownOutput copy -> sink.write(copy.file(), MarkdownWriter.write(copy, links));
      case Output.LlmsOutput list -> sink.write(list.file(), LlmsWriter.write(site, list));
      case Output.EntryOutput entry -> page(output, template(entry), entry.entry().address(), sink);
      case Output.ListOutput list ->
          page(output, template(list.scope()), list.page().address(), sink);
      case Output.TermsOutput terms ->
          page(output, terms.taxonomy().plural(), terms.address(), sink);
      case Output.SeriesOutput series -> page(output, "series", series.address(), sink);
      case Output.TemplateOutput page -> page(output, page.page().template(), page.address(), sink);
      case Output.PageToComeOutput page ->
          page(output, "alias", page.front().page().address(), sink);
      case Output.AliasOutput alias -> page(output, "alias", alias.entry().address(), sink);
      case Output.SitemapOutput sitemap ->
          sink.write(sitemap.file(), SitemapWriter.write(site, sitemap));
      case Output.SitemapIndexOutput index ->
          sink.write(index.file(), SitemapWriter.write(site, index));
      case Output.OwnOutput own -> own(own, sink);
    }
  }

  private static String template(Output.EntryOutput output) {
    String given = output.entry().frontMatter().template();
    if (given != null) {
      return given;
    }
    return switch (output.entry()) {
      case Article ignored -> "article";
      case Page ignored -> "page";
    };
  }

  private static String template(ListScope scope) {
    return switch (scope) {
      case ListScope.All _ -> "index";
      case ListScope.OfTerm(Term term) -> term.taxonomy().singular();
      case ListScope.Archives _ -> "archives";
    };
  }

  private void own(Output.OwnOutput own, OutputSink sink) throws IOException {
    switch (own.own()) {
      case OwnFile.ROBOTS -> sink.write(own.file(), SitemapWriter.robots(site));
      case OwnFile.NOT_FOUND -> page(own, "404", null, sink);
    }
  }

  private void second(Output.FingerprintOutput output, OutputSink sink) throws IOException {
    StyleSheet rewritten = output.rewritten();
    if (rewritten == null) {
      copy(output.plain(), output.file(), sink);
    } else {
      sink.write(output.file(), rewritten.bytes());
    }
  }

  /// @param file what the copy is to be
  private void copy(Output.CopiedOutput output, OutputFile file, OutputSink sink)
      throws IOException {
    switch (output) {
      case Output.StaticOutput copied -> copy(copied.source(), copied.origin(), file, sink);
      case Output.SourceOutput copied -> copy(copied.source(), copied.name(), file, sink);
      case Output.AssetOutput(_, ThemeAsset(String path, Path own)) -> {
        if (own == null) {
          sink.write(file, Theme.bundledAsset(path));
        } else {
          copy(own, site.config().content().templates() + "/assets/" + path, file, sink);
        }
      }
    }
  }

  /// Copies an author's file. One that nobody may read is the author's mistake, not the sink's.
  private void copy(Path source, String name, OutputFile file, OutputSink sink) throws IOException {
    try {
      sink.copy(file, source);
    } catch (IOException e) {
      if (Files.isReadable(source)) {
        throw e;
      }
      errors.unreadableFile(name);
    }
  }

  private void page(Output output, String templateName, @Nullable Address address, OutputSink sink)
      throws IOException {
    String file = templateName.contains(".") ? templateName : templateName + ".ftlh";
    if (endless.contains(file)) {
      return; // one page has shown the mistake; the others would take as long each
    }
    byte[] bytes = bytes(output, file, address);
    if (bytes != null) {
      sink.write(output.file(), bytes);
    }
  }

  private byte @Nullable [] bytes(Output output, String file, @Nullable Address address) {
    Template template;
    try {
      template = engine.template(file);
    } catch (IOException e) {
      errors.notLoaded(e, file, namedAt(output), output.origin());
      return null;
    }
    return process(output, file, template, new PageModel(model, output, address));
  }

  private byte @Nullable [] process(Output output, String file, Template template, PageModel root) {
    PageBuffer buffer = new PageBuffer();
    RunningTemplate run = null;
    try {
      Environment environment = template.createProcessingEnvironment(root, buffer);
      run = new RunningTemplate(environment, System.nanoTime(), file, output.origin());
      running.put(Thread.currentThread(), run);
      environment.process();
      return run.isAbandoned() ? null : buffer.toBytes();
    } catch (TemplateException e) {
      errors.add(e, output.origin());
    } catch (PageBuffer.Overflow e) {
      endless.add(file);
      errors.loops(file, null, "it wrote more than 64 MiB", output.origin());
    } catch (StackOverflowError e) {
      errors.loops(file, null, "it calls or includes itself again and again", output.origin());
    } catch (OutOfMemoryError e) {
      endless.add(file);
      errors.outOfMemory(file, output.origin());
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written to", e);
    } catch (RuntimeException e) {
      if (run == null || !run.finish()) {
        throw e;
      }
      endless.add(file);
      errors.loops(file, run.stoppedAt(), TOO_LONG, output.origin());
    } finally {
      running.remove(Thread.currentThread());
      if (run != null) {
        run.finish();
      }
    }
    return null;
  }

  /// Stops the templates that have been at one page for longer than that. For a thread that watches
  /// those that render.
  ///
  /// @return the threads whose template was stopped as long ago and runs on all the same, each
  ///   once; its mistake is noted, and nothing more will come of it
  public List<Thread> stopLongerThan(Duration limit) {
    long now = System.nanoTime();
    List<Thread> lost = new ArrayList<>();
    for (RunningTemplate run : running.values()) {
      long nanos = now - run.startNanos();
      if (nanos > limit.toNanos()) {
        run.stop();
      }
      if (nanos > 2 * limit.toNanos() && run.abandon()) {
        endless.add(run.template());
        errors.loops(run.template(), run.stoppedAt(), TOO_LONG, run.page());
        lost.add(run.thread());
      }
    }
    return lost;
  }

  /// Where a header or the settings name the template of an output; null where Godwit does.
  private static @Nullable SourcePosition namedAt(Output output) {
    return switch (output) {
      case Output.EntryOutput(Entry entry) when entry.frontMatter().template() != null ->
          entry.document().positionOf("template");
      case Output.TemplateOutput template -> template.page().position();
      default -> null;
    };
  }

  /// Hands over what was wrong with the templates.
  public void report(Diagnostics diagnostics) {
    errors.report(diagnostics);
  }
}
