package godwit.site;

import godwit.output.OutputPath;
import java.text.Normalizer;

/// Where something is read, and the file that holds it.
///
/// @param url relative to the site's URL, not percent-encoded; empty for the home page
/// @param saveAs the file; where none is written, the one that would answer there
/// @param isWritten whether there is such a file: the settings may leave out that of articles and
///   pages, which are in lists all the same
public record Address(String url, OutputPath saveAs, boolean isWritten) {
  public Address {
    url = Normalizer.normalize(url, Normalizer.Form.NFC); // as the file's path is
  }

  /// An address with its file.
  public Address(String url, OutputPath saveAs) {
    this(url, saveAs, true);
  }

  /// An address that is the path of its file.
  public static Address of(OutputPath saveAs) {
    return new Address(saveAs.value(), saveAs);
  }

  /// The path of the file; empty where none is written.
  public String file() {
    return isWritten ? saveAs.value() : "";
  }
}
