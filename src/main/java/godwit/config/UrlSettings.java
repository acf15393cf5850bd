package godwit.config;

import godwit.diagnostic.SourcePosition;

/// The addresses of everything that is made (`[urls]`). The defaults are Pelican's.
///
/// @param archives where the list of all articles goes, such as `archives.html`; likewise
///   `categories`, `tags`, `authors`. A pattern may not have fields.
/// @param areFromSaveAs whether a header that gives a file alone gives the URL with it
/// @param language of the names of months and days in addresses; empty for that of each document,
///   and English in those of archives
/// @param yearArchive where the list of the articles of one year goes; off unless it is set, as
///   those of months and days
/// @param file where static files go
/// @param sourceExtension what a copy of the source of an article or a page has behind the name of
///   its file, instead of the extension; empty where no copies are made
/// @param series where the parts of one series are listed; off unless it is set. Without `{lang}`
///   it is for series in the site's language alone.
public record UrlSettings(
    Place article,
    Place articleTranslation,
    Place draft,
    Place draftTranslation,
    Place page,
    Place pageTranslation,
    Place draftPage,
    Place draftPageTranslation,
    boolean areFromSaveAs,
    String language,
    Place category,
    Place tag,
    Place author,
    Place index,
    Place archives,
    Place yearArchive,
    Place monthArchive,
    Place dayArchive,
    Place categories,
    Place tags,
    Place authors,
    Place file,
    String sourceExtension,
    Place series) {

  /// An address and the file that answers there. They differ where the web server hides
  /// `index.html` or `.html`.
  ///
  /// @param url what links say, relative to the site's URL: `posts/{slug}/`; it may be empty where
  ///   the file is `index.html`
  /// @param saveAs the file below the output directory: `posts/{slug}/index.html`
  /// @param position where that is written in the settings; the file alone if it is the default
  public record Place(UrlPattern url, UrlPattern saveAs, SourcePosition position) {

    /// Whether the address has a field of that name.
    public boolean hasField(String name) {
      return url.hasField(name) || saveAs.hasField(name);
    }

    /// Whether no file is made of this kind, and nothing should link to it.
    public boolean isOff() {
      return saveAs.source().isEmpty();
    }
  }
}
