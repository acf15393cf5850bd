package godwit.site;

import godwit.config.SiteConfig;
import godwit.config.Status;
import godwit.config.Substitution.TooManySteps;
import godwit.config.UrlPattern;
import godwit.config.UrlSettings;
import godwit.content.Document;
import godwit.content.FrontMatter;
import godwit.content.Kind;
import godwit.content.MetadataField;
import godwit.diagnostic.Diagnostics;
import godwit.output.OutputPath;
import godwit.site.PatternFormatter.DocumentFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Gives each document its slug, its terms and its address.
final class EntryMaker {
  private final SiteConfig config;
  private final TermRegistry terms;
  private final Slugger slugger;
  private final Diagnostics diagnostics;

  EntryMaker(SiteConfig config, TermRegistry terms, Diagnostics diagnostics) {
    this.config = config;
    this.terms = terms;
    this.slugger = new Slugger(config.slugs());
    this.diagnostics = diagnostics;
  }

  /// @return null if no address can be made; the reason is among the diagnostics
  @Nullable Entry make(Document document) {
    FrontMatter frontMatter = document.frontMatter();
    String slug;
    try {
      slug = slugger.of(document);
    } catch (TooManySteps e) {
      diagnostics.error(
          document.positionOf("title"), "slug", e.message(), "simplify slugs.substitutions");
      return null;
    }
    if (slug.isEmpty()) {
      diagnostics.error(
          document.positionOf("title"),
          "slug",
          "no address can be made of the title '" + frontMatter.title() + "'",
          "add 'Slug: …' to the header");
      return null;
    }
    return document.source().kind() == Kind.PAGE ? page(document, slug) : article(document, slug);
  }

  private @Nullable Entry page(Document document, String slug) {
    FrontMatter frontMatter = document.frontMatter();
    UrlSettings.Place place = place(document);
    Term category = null;
    if (place.hasField("category")) {
      category = terms.term(Taxonomy.CATEGORY, categoryName(frontMatter), document);
      if (category == null) {
        return null;
      }
    }
    Term author = null;
    String authorName = authorName(frontMatter);
    if (place.hasField("author") && authorName != null) {
      author = terms.term(Taxonomy.AUTHOR, authorName, document);
      if (author == null) {
        return null;
      }
    }
    Address address = address(document, slug, category, author);
    return address == null ? null : new Page(document, slug, address);
  }

  private @Nullable Entry article(Document document, String slug) {
    FrontMatter frontMatter = document.frontMatter();
    Term category = terms.term(Taxonomy.CATEGORY, categoryName(frontMatter), document);
    List<Term> tags = terms(Taxonomy.TAG, frontMatter.tags(), document);
    List<Term> authors = terms(Taxonomy.AUTHOR, frontMatter.authors(), document);
    if (category == null) {
      return null;
    }
    String authorName = authorName(frontMatter);
    Term author = authorName == null ? null : terms.term(Taxonomy.AUTHOR, authorName, document);
    Address address = address(document, slug, category, author);
    return address == null ? null : new Article(document, slug, address, category, tags, authors);
  }

  private String categoryName(FrontMatter frontMatter) {
    String name = frontMatter.category();
    return name == null ? config.content().metadata().category() : name;
  }

  /// Who is named in addresses: the author that the header or the settings give, though there may
  /// be others in `authors`, as in Pelican.
  private static @Nullable String authorName(FrontMatter frontMatter) {
    MetadataField given = frontMatter.metadata().field("author");
    if (given != null && !given.text().isBlank()) {
      return given.isList() ? given.items().getFirst() : given.text();
    }
    return frontMatter.authors().isEmpty() ? null : frontMatter.authors().getFirst();
  }

  private List<Term> terms(Taxonomy taxonomy, List<String> names, Document document) {
    List<Term> found = new ArrayList<>(names.size());
    for (String name : names) {
      Term term = terms.term(taxonomy, name, document);
      if (term != null && !found.contains(term)) {
        found.add(term);
      }
    }
    return found;
  }

  private @Nullable Address address(
      Document document, String slug, @Nullable Term category, @Nullable Term author) {
    FrontMatter frontMatter = document.frontMatter();
    UrlSettings.Place place = place(document);
    DocumentFields fields =
        new DocumentFields(
            document.source(),
            frontMatter,
            slug,
            category == null ? "" : category.slug(),
            author == null ? "" : author.slug());
    try {
      String url = frontMatter.url();
      String saveAs = frontMatter.saveAs();
      if (saveAs == null) {
        saveAs = format(place.saveAs(), fields);
      }
      if (url == null) {
        url =
            frontMatter.saveAs() != null && config.urls().areFromSaveAs()
                ? urlOf(saveAs)
                : format(place.url(), fields);
      }
      if (frontMatter.url() != null) {
        url = ofHeader(url);
      }
      String path = urlPath(withoutLeadingSlash(url), document);
      boolean isWritten = !saveAs.isEmpty();
      OutputPath file =
          OutputPath.ofFile(
              !isWritten
                  ? path
                  : frontMatter.saveAs() == null ? withoutLeadingSlash(saveAs) : saveAs);
      Address address = new Address(path, file, isWritten);
      warnOfFileElsewhere(address, document);
      return address;
    } catch (BadUrl e) {
      diagnostics.error(
          document.positionOf("url"),
          "output-path",
          "no address can be made: " + e.getMessage(),
          "give a path on this site, such as 2026/my-article/");
    } catch (PatternFormatter.MissingField e) {
      diagnostics.error(
          document.positionOf("title"),
          "url-field",
          String.valueOf(e.getMessage()),
          "add it to the header, or change the pattern in godwit.toml");
    } catch (IllegalArgumentException e) {
      diagnostics.error(
          document.positionOf("save_as", "slug", "title"),
          "output-path",
          "no file can be made: " + e.getMessage(),
          frontMatter.saveAs() == null
              ? "choose another slug"
              : "give a path below the site, such as 2026/my-article.html");
    }
    return null;
  }

  /// In Pelican a file of its own does not give a document another URL.
  private void warnOfFileElsewhere(Address address, Document document) {
    FrontMatter frontMatter = document.frontMatter();
    boolean isListed = frontMatter.status() == Status.PUBLISHED;
    if (isListed && frontMatter.saveAs() != null && frontMatter.url() == null) {
      String file = address.saveAs().value();
      if (!OutputPath.ofFile(address.url()).value().equals(file)) {
        diagnostics.warning(
            document.positionOf("save_as"),
            "url-elsewhere",
            "links to it lead to '" + address.url() + "', and its file is '" + file + "'",
            "add 'Url: " + urlOf(file) + "' to the header");
      }
    }
  }

  /// The path that a header's own address stands for, which may be written as it is in links.
  private static String ofHeader(String url) throws BadUrl {
    if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
      throw new BadUrl("it has a '" + (url.indexOf('?') >= 0 ? '?' : '#') + "', and is no path");
    }
    return UrlEncoding.decode(url);
  }

  /// An address is composed as the file that answers there is, and like it leads nowhere else.
  private static String urlPath(String url, Document document) throws BadUrl {
    if (url.isEmpty()) {
      return url;
    }
    try {
      String file = OutputPath.ofFile(url).value();
      return url.endsWith("/") ? file.substring(0, file.length() - "index.html".length()) : file;
    } catch (IllegalArgumentException e) {
      if (document.frontMatter().url() == null) {
        throw e; // the same is wrong with the file
      }
      throw new BadUrl(String.valueOf(e.getMessage()));
    }
  }

  /// A header's own address leads off the site.
  private static final class BadUrl extends Exception {
    private static final long serialVersionUID = 1L;

    BadUrl(String message) {
      super(message);
    }
  }

  private UrlSettings.Place place(Document document) {
    UrlSettings urls = config.urls();
    boolean page = document.source().kind() == Kind.PAGE;
    boolean translation = !document.frontMatter().language().equals(config.site().language());
    if (document.frontMatter().status() == Status.DRAFT) {
      if (page) {
        return translation ? urls.draftPageTranslation() : urls.draftPage();
      }
      return translation ? urls.draftTranslation() : urls.draft();
    }
    if (page) {
      return translation ? urls.pageTranslation() : urls.page();
    }
    return translation ? urls.articleTranslation() : urls.article();
  }

  private String format(UrlPattern pattern, DocumentFields fields)
      throws PatternFormatter.MissingField {
    String given = config.urls().language();
    Locale language =
        Locale.forLanguageTag(given.isEmpty() ? fields.frontMatter().language() : given);
    return PatternFormatter.ofDocument(pattern, language, fields);
  }

  /// A file that is saved as an index is read at its directory.
  private static String urlOf(String saveAs) {
    return saveAs.equals("index.html") || saveAs.endsWith("/index.html")
        ? saveAs.substring(0, saveAs.length() - "index.html".length())
        : saveAs;
  }

  private static String withoutLeadingSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
