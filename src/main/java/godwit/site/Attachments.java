package godwit.site;

import godwit.content.Body;
import godwit.content.ContentFiles;
import godwit.content.Link;
import godwit.content.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Decides which files of the content directory the site takes over, and where they go: those under
/// the static paths and those that a document links to. A file that documents only `{attach}` goes
/// beside the first of them; one that anything links to by `{static}` or `{filename}`, or of which
/// the settings give the file or the URL, stays where it is. (Pelican's `Static.attach_to`.)
final class Attachments {
  private final ContentFiles files;
  private final Map<String, Map<String, String>> pathMetadata;
  private final Set<String> fixed = new HashSet<>();
  private final Map<String, String> attached = new TreeMap<>();

  private Attachments(ContentFiles files, Map<String, Map<String, String>> pathMetadata) {
    this.files = files;
    this.pathMetadata = pathMetadata;
  }

  /// @param entries the first of them that takes a file has it
  /// @return by its path below the content directory the place of each file that is beside a
  ///   document; empty for those that are where the settings put them
  static Map<String, Optional<String>> places(
      List<Entry> entries, ContentFiles files, Map<String, Map<String, String>> pathMetadata) {
    Attachments attachments = new Attachments(files, pathMetadata);
    for (Entry entry : entries) {
      for (Body text : entry.document().texts()) {
        attachments.look(entry, text.links());
      }
    }
    return attachments.places();
  }

  private void look(Entry entry, List<Link> links) {
    SourceFile source = entry.document().source();
    for (Link link : links) {
      if (link.destination().charAt(0) == '{' || link.destination().charAt(0) == '|') {
        LinkTarget target = LinkTarget.parse(link.destination());
        String path = target.isSourceFile() ? target.sourcePath(source.path()) : null;
        if (path != null && files.others().containsKey(path)) {
          if (target.kind() == LinkTarget.Kind.ATTACH) {
            attached.putIfAbsent(path, beside(entry, path));
          } else if (target.kind() == LinkTarget.Kind.STATIC || !files.outside().contains(path)) {
            fixed.add(path);
          }
        }
      }
    }
  }

  /// Below the linking document if it stands below it in the sources, else right beside it.
  private static String beside(Entry entry, String path) {
    String source = entry.document().source().path();
    String sourceFolder = source.substring(0, source.lastIndexOf('/') + 1);
    String saveAs = entry.address().file();
    String folder = saveAs.substring(0, saveAs.lastIndexOf('/') + 1);
    return folder
        + (path.startsWith(sourceFolder)
            ? path.substring(sourceFolder.length())
            : path.substring(path.lastIndexOf('/') + 1));
  }

  private Map<String, Optional<String>> places() {
    Map<String, Optional<String>> places = new TreeMap<>();
    for (String path : files.copied()) {
      places.put(path, Optional.empty());
    }
    for (String path : fixed) {
      places.put(path, Optional.empty());
    }
    attached.forEach(
        (path, place) -> {
          Map<String, String> settings = pathMetadata.getOrDefault(path, Map.of());
          boolean isFixed =
              fixed.contains(path)
                  || settings.containsKey("save_as")
                  || settings.containsKey("url");
          places.put(path, isFixed ? Optional.empty() : Optional.of(place));
        });
    return places;
  }
}
