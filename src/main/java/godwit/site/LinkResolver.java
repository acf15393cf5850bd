package godwit.site;

import godwit.config.LinkSettings.LinkCheck;
import godwit.config.Status;
import godwit.content.Body;
import godwit.content.HtmlText;
import godwit.content.Link;
import godwit.content.MarkdownSource;
import godwit.content.MarkdownText;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the addresses of links. One instance serves every thread.
public final class LinkResolver {
  /// Where a link will stand.
  public enum Place {
    /// On the entry's own page.
    OWN_PAGE,
    /// On another page of the site.
    ELSEWHERE,
    /// Outside the site, as in a feed: only whole URLs lead anywhere.
    OUTSIDE
  }

  private record Resolved(
      String address, @Nullable String problem, @Nullable String hint, String code) {
    static Resolved found(String address) {
      return new Resolved(address, null, null, "");
    }

    static Resolved broken(String address, String problem, @Nullable String hint) {
      return new Resolved(address, problem, hint, "broken-link");
    }
  }

  private final Site site;
  private final Embeds embeds;
  private final String basePath;

  public LinkResolver(Site site) {
    this.site = site;
    this.embeds = new Embeds(site);
    this.basePath = site.config().site().basePath();
  }

  /// The HTML of an entry's body or summary with its links resolved.
  public String fill(Entry entry, Body body, Place place) {
    if (body.links().isEmpty()) {
      return body.html();
    }
    List<String> addresses = new ArrayList<>(body.links().size());
    for (Link link : body.links()) {
      String asset = link.embedded() ? asset(entry, link, place) : null;
      String address = asset == null ? resolve(entry, link.destination(), place).address() : asset;
      addresses.add(address.equals(link.destination()) ? link.written() : HtmlText.escape(address));
    }
    return body.fill(addresses);
  }

  /// The HTML of an entry's body with its links to sources and terms as whole URLs, where the site
  /// has one, and all others as they were written.
  public String fillWhole(Entry entry, Body body) {
    Place place = site.config().site().url().isEmpty() ? Place.OWN_PAGE : Place.OUTSIDE;
    List<String> addresses = new ArrayList<>(body.links().size());
    for (Link link : body.links()) {
      boolean plain = LinkTarget.parse(link.destination()).kind() == LinkTarget.Kind.ADDRESS;
      String address =
          plain ? link.destination() : resolve(entry, link.destination(), place).address();
      addresses.add(HtmlText.escape(address));
    }
    return body.fill(addresses);
  }

  /// The Markdown of an entry with whole URLs for its links; those that lead nowhere stay as they
  /// are written.
  public String fill(Entry entry, MarkdownSource source) {
    List<String> addresses = new ArrayList<>(source.links().size());
    for (MarkdownSource.Destination link : source.links()) {
      String address = resolve(entry, link.destination(), Place.OUTSIDE).address();
      addresses.add(
          address.equals(link.destination())
              ? source.written(link)
              : link.inHtml()
                  ? HtmlText.escape(address).replace("'", "&#39;").replace("|", "%7C")
                  : MarkdownText.destination(address));
    }
    return source.fill(addresses);
  }

  /// The address of a file that is loaded by a name that changes with its bytes; null for others.
  /// What reads a page outside the site keeps it for long, so the plain name is the one for it.
  private @Nullable String asset(Entry entry, Link link, Place place) {
    if (place == Place.OUTSIDE || site.assets().isEmpty()) {
      return null;
    }
    LinkTarget target = LinkTarget.parse(link.destination());
    String file = embeds.file(entry, target);
    OutputPath asset = file == null ? null : site.assets().get(file);
    return asset == null ? null : address(asset.value(), target.suffix(), place);
  }

  /// Reports the links of an entry that lead nowhere, at the level that the settings give them.
  public void check(Entry entry, Diagnostics diagnostics) {
    if (site.config().links().check() == LinkCheck.OFF) {
      return;
    }
    for (Body text : entry.document().texts()) {
      for (Link link : text.links()) {
        report(link.position(), resolve(entry, link.destination(), Place.OWN_PAGE), diagnostics);
      }
    }
  }

  /// The address of a link in the settings, which may lead to a source as links in content do.
  ///
  /// @param position where it stands
  public String ofSetting(String destination, SourcePosition position, Diagnostics diagnostics) {
    LinkTarget target = LinkTarget.parse(destination);
    if (target.kind() == LinkTarget.Kind.ADDRESS) {
      return destination;
    }
    Resolved resolved = resolve("", "", null, destination, Place.ELSEWHERE);
    report(position, resolved, diagnostics);
    return resolved.address();
  }

  private void report(SourcePosition position, Resolved resolved, Diagnostics diagnostics) {
    if (resolved.problem() != null && site.config().links().check() != LinkCheck.OFF) {
      Severity severity =
          site.config().links().check() == LinkCheck.WARN ? Severity.WARNING : Severity.ERROR;
      diagnostics.add(
          new Diagnostic(severity, resolved.code(), position, resolved.problem(), resolved.hint()));
    }
  }

  private Resolved resolve(Entry entry, String destination, Place place) {
    return resolve(
        entry.document().source().path(), entry.address().url(), entry, destination, place);
  }

  private Resolved resolve(
      String sourcePath, String url, @Nullable Entry entry, String destination, Place place) {
    LinkTarget target = LinkTarget.parse(destination);
    return switch (target.kind()) {
      case FILENAME, STATIC, ATTACH -> source(sourcePath, entry, target, destination, place);
      case TAG -> term(Taxonomy.TAG, target, destination, place);
      case CATEGORY -> term(Taxonomy.CATEGORY, target, destination, place);
      case AUTHOR -> term(Taxonomy.AUTHOR, target, destination, place);
      case INDEX -> Resolved.found(address(site.links().index(), target.suffix(), place));
      case ADDRESS -> address(url, entry, target, destination, place);
    };
  }

  private Resolved source(
      String fromPath, @Nullable Entry from, LinkTarget target, String destination, Place place) {
    String path = target.sourcePath(fromPath);
    if (path == null) {
      return Resolved.broken(
          destination, "'" + target.path() + "' leads out of " + content() + "/", null);
    }
    Address found = site.links().source(path);
    if (found == null) {
      String reason = site.links().leftOut().get(path);
      if (reason != null) {
        return reason.isEmpty()
            ? Resolved.found(destination)
            : Resolved.broken(
                destination, content() + "/" + path + " is not on the site: " + reason, null);
      }
      return Resolved.broken(
          destination,
          "no file '" + path + "' under " + content() + "/",
          SimilarSource.hint(path, site.links()));
    }
    Entry entry = site.links().bySource().get(path);
    String address = address(found, target.suffix(), place);
    return entry == null ? Resolved.found(address) : entry(from, entry, target, address);
  }

  /// Drafts are read by those who know their address; only other drafts may give it away.
  private Resolved entry(@Nullable Entry from, Entry found, LinkTarget target, String address) {
    if (!found.address().isWritten() && !site.links().urls().contains(found.address().url())) {
      return Resolved.broken(
          address,
          found.document().source().name() + " has no page of its own",
          "it would have one without the empty save-as below [urls] in godwit.toml");
    }
    boolean secret = found.status() == Status.DRAFT && !found.equals(from);
    return secret && (from == null || from.status() != Status.DRAFT)
        ? Resolved.broken(
            address,
            found.document().source().name() + " is a draft",
            "publish it, or wait with the link until it is")
        : anchor(found, target, address);
  }

  /// A link to a term that has no page leads to where that would be, as in Pelican.
  private Resolved term(Taxonomy taxonomy, LinkTarget target, String destination, Place place) {
    Term term = site.links().term(taxonomy, target.path());
    if (term == null) {
      String slug = site.links().slug(taxonomy, target.path());
      String url =
          slug.isEmpty()
              ? ""
              : TermRegistry.url(site.config().urls(), taxonomy, slug, target.path());
      return Resolved.broken(
          url.isEmpty() ? destination : address(url, target.suffix(), place),
          "no " + taxonomy.singular() + " '" + target.path() + "' on the site",
          null);
    }
    if (term.address() == null) {
      return Resolved.broken(
          term.url().isEmpty() ? destination : address(term.url(), target.suffix(), place),
          "the " + taxonomy.singular() + " '" + term.name() + "' has no page",
          "it would have one if neither urls.%1$s nor urls.%1$s-save-as were empty in godwit.toml"
              .formatted(taxonomy.singular()));
    }
    return Resolved.found(address(term.address(), target.suffix(), place));
  }

  /// An address of this site, relative or not, as a browser would understand it.
  private Resolved address(
      String url, @Nullable Entry entry, LinkTarget target, String destination, Place place) {
    if (destination.startsWith("{")) {
      return Resolved.broken(
          destination,
          "'" + destination + "' does not begin with a word that Godwit knows",
          "use {filename}, {static}, {attach}, {index}, {category}, {tag} or {author}");
    }
    String siteUrl = site.config().site().url();
    String path = target.path();
    boolean absolute = !siteUrl.isEmpty() && path.startsWith(siteUrl);
    if (absolute) {
      path = basePath + "/" + path.substring(siteUrl.length());
    } else if (path.isEmpty()) {
      String own = place == Place.OWN_PAGE ? destination : address(url, target.suffix(), place);
      return entry == null ? Resolved.found(own) : anchor(entry, target, own);
    } else if (path.startsWith("/") && !path.equals(basePath) && !path.startsWith(basePath + "/")) {
      return Resolved.found(place == Place.OUTSIDE ? host() + destination : destination);
    }
    String joined = belowBasePath(LinkTarget.join(basePath + "/" + url, path));
    if (joined == null) {
      return Resolved.broken(destination, "'" + target.path() + "' leads out of the site", null);
    }
    boolean isWhole = absolute || (place == Place.ELSEWHERE && target.path().startsWith("/"));
    boolean kept = target.isNormal() && (isWhole || place == Place.OWN_PAGE);
    String address = kept ? destination : address(joined, target.suffix(), place);
    Entry found = site.links().entriesByUrl().get(joined);
    if (found != null) {
      return entry(entry, found, target, address);
    }
    if (site.links().urls().contains(joined)
        || site.links()
            .urls()
            .contains(
                joined.isEmpty() || joined.endsWith("/")
                    ? joined + "index.html"
                    : joined + "/index.html")) {
      return Resolved.found(address);
    }
    return Resolved.broken(
        destination,
        "no page or file '" + joined + "' on the site",
        SimilarSource.hint(joined, site.links()));
  }

  /// The part of a path on the host that is this site's; null if it is another's.
  private @Nullable String belowBasePath(@Nullable String path) {
    if (path == null || basePath.isEmpty()) {
      return path;
    }
    String base = basePath.substring(1);
    if (path.equals(base)) {
      return "";
    }
    return path.startsWith(base + "/") ? path.substring(base.length() + 1) : null;
  }

  private static Resolved anchor(Entry entry, LinkTarget target, String address) {
    String fragment = target.fragment();
    if (fragment == null
        || fragment.isEmpty()
        || fragment.equals("top")
        || fragment.startsWith(":~:")
        || entry.document().anchors().contains(fragment)) {
      return Resolved.found(address);
    }
    return new Resolved(
        address,
        "no anchor '#" + fragment + "' in " + entry.document().source().name(),
        SimilarSource.anchorHint(fragment, entry.document()),
        "broken-anchor");
  }

  private String address(Address address, String suffix, Place place) {
    return address(address.url(), suffix, place);
  }

  private String address(String url, String suffix, Place place) {
    String path = UrlEncoding.path("/" + url);
    return (place == Place.OUTSIDE ? site.config().site().url() : basePath) + path + suffix;
  }

  private String host() {
    String siteUrl = site.config().site().url();
    return siteUrl.substring(0, siteUrl.length() - basePath.length());
  }

  private String content() {
    return site.config().content().path();
  }
}
