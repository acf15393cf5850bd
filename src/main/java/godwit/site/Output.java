package godwit.site;

import godwit.config.TemplatePage;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputFile;
import godwit.output.OutputPath;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One file that the site will have. What there is of them is decided before the first is rendered.
public sealed interface Output {
  OutputPath path();

  /// What asks for this output, for the message about two that want one path.
  String origin();

  /// What a sink is told of it.
  default OutputFile file() {
    OutputFile.Kind kind =
        switch (this) {
          case EntryOutput _ -> OutputFile.Kind.PAGE;
          case ListOutput _, TermsOutput _, SeriesOutput _, TemplateOutput _ ->
              OutputFile.Kind.LIST;
          case FingerprintOutput _ -> OutputFile.Kind.ASSET;
          case FeedOutput _,
              MarkdownOutput _,
              LlmsOutput _,
              AliasOutput _,
              PageToComeOutput _,
              StaticOutput _,
              SourceOutput _,
              AssetOutput _,
              SitemapOutput _,
              SitemapIndexOutput _,
              OwnOutput _ ->
              OutputFile.Kind.FILE;
        };
    return new OutputFile(path(), kind, origin());
  }

  /// An article's or a page's own file.
  record EntryOutput(Entry entry) implements Output {
    @Override
    public OutputPath path() {
      return entry.address().saveAs();
    }

    @Override
    public String origin() {
      return entry.document().source().name();
    }

    /// Where the file's path is asked for.
    public SourcePosition position() {
      return entry.document().positionOf("save_as", "slug", "title");
    }
  }

  /// One page of a list of articles.
  record ListOutput(ListScope scope, ListPage page) implements Output {
    @Override
    public OutputPath path() {
      return page.address().saveAs();
    }

    @Override
    public String origin() {
      return page.isFront() ? scope.label() : scope.label() + ", page " + page.number();
    }
  }

  /// The address that the next full page of a list will have. It leads to the front, where its
  /// articles are until it is full.
  ///
  /// @param front of a list with `pagination.stable`
  record PageToComeOutput(ListOutput front, Address address) implements Output {
    @Override
    public OutputPath path() {
      return address.saveAs();
    }

    @Override
    public String origin() {
      return front.scope().label() + ", page " + front.page().number() + ", which is to come";
    }
  }

  /// The list of all terms of a taxonomy.
  record TermsOutput(Taxonomy taxonomy, Address address) implements Output {
    @Override
    public OutputPath path() {
      return address.saveAs();
    }

    @Override
    public String origin() {
      return "the list of " + taxonomy.plural();
    }
  }

  /// The page of a series.
  record SeriesOutput(Series series, Address address) implements Output {
    @Override
    public OutputPath path() {
      return address.saveAs();
    }

    @Override
    public String origin() {
      return "the series '" + series.name() + "'";
    }
  }

  /// A page of a template alone.
  record TemplateOutput(TemplatePage page, Address address) implements Output {
    @Override
    public OutputPath path() {
      return address.saveAs();
    }

    @Override
    public String origin() {
      return "the template " + page.template();
    }
  }

  /// A feed.
  record FeedOutput(FeedFormat format, FeedScope scope, Address address, List<Article> articles)
      implements Output {
    public FeedOutput {
      articles = List.copyOf(articles);
    }

    @Override
    public OutputPath path() {
      return address.saveAs();
    }

    @Override
    public String origin() {
      return "the "
          + (format == FeedFormat.JSON ? format.label() : format.label() + " feed")
          + " of "
          + scope.label();
    }
  }

  /// The Markdown of an article or a page, beside it.
  record MarkdownOutput(Entry entry, Address address) implements Output {
    @Override
    public OutputPath path() {
      return address.saveAs();
    }

    @Override
    public String origin() {
      return "the Markdown copy of " + entry.document().source().name();
    }
  }

  /// The list of what there is to read, for language models.
  ///
  /// @param articles the newest
  /// @param all where there are more of them; null where these are all
  record LlmsOutput(
      OutputPath path, List<Page> pages, List<Article> articles, @Nullable Address all)
      implements Output {
    public LlmsOutput {
      pages = List.copyOf(pages);
      articles = List.copyOf(articles);
    }

    @Override
    public String origin() {
      return "the list for language models";
    }
  }

  /// An old address that leads to an entry's.
  record AliasOutput(OutputPath path, Entry entry) implements Output {
    @Override
    public String origin() {
      return "an alias in " + entry.document().source().name();
    }
  }

  /// A file that is taken over as it is.
  sealed interface CopiedOutput extends Output {}

  /// A file of the content directory.
  record StaticOutput(Address address, String origin, Path source) implements CopiedOutput {
    @Override
    public OutputPath path() {
      return address.saveAs();
    }
  }

  /// A copy of the source of an article or a page.
  ///
  /// @param name what diagnostics call the source
  record SourceOutput(OutputPath path, String name, Path source) implements CopiedOutput {
    @Override
    public String origin() {
      return "the copy of " + name;
    }
  }

  /// A file of the theme.
  record AssetOutput(OutputPath path, ThemeAsset asset) implements CopiedOutput {
    @Override
    public String origin() {
      return "the theme's " + asset.path();
    }
  }

  /// A copy of a file that pages load, under a name that changes with its bytes.
  ///
  /// @param plain the output that has the file under its own name
  /// @param rewritten a style sheet that leads to other such copies; null where the bytes are those
  ///   of the plain file
  record FingerprintOutput(OutputPath path, CopiedOutput plain, @Nullable StyleSheet rewritten)
      implements Output {
    @Override
    public String origin() {
      return plain.origin();
    }
  }

  /// A sitemap. @param urls at most 50,000
  record SitemapOutput(OutputPath path, List<SitemapUrl> urls) implements Output {
    public SitemapOutput {
      urls = List.copyOf(urls);
    }

    @Override
    public String origin() {
      return "the sitemap";
    }
  }

  /// The list of sitemaps of a site that needs several.
  record SitemapIndexOutput(OutputPath path, List<OutputPath> sitemaps) implements Output {
    public SitemapIndexOutput {
      sitemaps = List.copyOf(sitemaps);
    }

    @Override
    public String origin() {
      return "the list of sitemaps";
    }
  }

  /// A file that Godwit adds of its own accord. It yields to an author's file of the same path.
  record OwnOutput(OutputPath path, OwnFile own) implements Output {
    @Override
    public String origin() {
      return "Godwit's own " + own.path();
    }
  }
}
