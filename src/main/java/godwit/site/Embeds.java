package godwit.site;

import godwit.config.Status;
import godwit.content.Body;
import godwit.content.Link;
import godwit.output.OutputPath;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the files that pages and style sheets load. One instance serves every thread.
public final class Embeds {
  private final LinkIndex links;
  private final String siteUrl;
  private final String basePath;

  public Embeds(Site site) {
    this.links = site.links();
    this.siteUrl = site.config().site().url();
    this.basePath = site.config().site().basePath();
  }

  /// The paths of what an entry's texts load, also of what is not on the site. A draft's files are
  /// not counted: a name of theirs would outlive the draft.
  public Set<String> of(Entry entry) {
    if (entry.status() == Status.DRAFT) {
      return Set.of();
    }
    Set<String> files = new TreeSet<>();
    for (Body text : entry.document().texts()) {
      add(entry, text, files);
    }
    return files;
  }

  private void add(Entry entry, Body body, Set<String> files) {
    for (Link link : body.links()) {
      String file = link.embedded() ? file(entry, LinkTarget.parse(link.destination())) : null;
      if (file != null) {
        files.add(file);
      }
    }
  }

  /// The path of the file that a link in an entry's texts leads to; null where there is none.
  @Nullable String file(Entry entry, LinkTarget target) {
    if (target.isSourceFile()) {
      String source = target.sourcePath(entry.document().source().path());
      Address file = source == null ? null : links.filesBySource().get(source);
      return file == null ? null : file.saveAs().value();
    }
    return target.kind() == LinkTarget.Kind.ADDRESS
        ? onSite(entry.address().url(), target.path())
        : null;
  }

  /// The paths of what a style sheet loads, also of what is not on the site.
  ///
  /// @param from where it stands
  public Set<String> of(OutputPath from, StyleSheet sheet) {
    Set<String> files = new TreeSet<>();
    for (String address : sheet.addresses()) {
      String file = file(from, address);
      if (file != null) {
        files.add(file);
      }
    }
    return files;
  }

  /// The path of the file that an address in a style sheet leads to; null where it leads elsewhere.
  ///
  /// @param from where the style sheet stands
  @Nullable String file(OutputPath from, String address) {
    LinkTarget target = LinkTarget.parse(address);
    return target.kind() == LinkTarget.Kind.ADDRESS && !target.path().startsWith("//")
        ? onSite(from.value(), target.path())
        : null;
  }

  private @Nullable String onSite(String from, String address) {
    String path = address;
    if (!siteUrl.isEmpty() && path.startsWith(siteUrl + "/")) {
      path = path.substring(siteUrl.length());
    } else if (path.startsWith("/") && !basePath.isEmpty()) {
      if (!path.startsWith(basePath + "/")) {
        return null;
      }
      path = path.substring(basePath.length());
    }
    return LinkTarget.join(from, path);
  }
}
