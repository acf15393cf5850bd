package godwit.site;

import godwit.output.OutputPath;

/// Where something is read, and the file that holds it.
///
/// @param url relative to the site's URL, not percent-encoded; empty for the home page
public record Address(String url, OutputPath saveAs) {
  /// An address that is the path of its file.
  public static Address of(OutputPath saveAs) {
    return new Address(saveAs.value(), saveAs);
  }
}
