package godwit.config;

/// The addresses of everything that is made (`[urls]`). The defaults are Pelican's.
///
/// @param archives where the list of all articles goes, such as `archives.html`; likewise
///   `categories`, `tags`, `authors`. A pattern may not have fields.
public record UrlSettings(
    Place article,
    Place articleTranslation,
    Place draft,
    Place page,
    Place pageTranslation,
    Place draftPage,
    Place category,
    Place tag,
    Place author,
    Place index,
    Place archives,
    Place categories,
    Place tags,
    Place authors) {

  /// An address and the file that answers there. They differ where the web server hides
  /// `index.html` or `.html`.
  ///
  /// @param url what links say, relative to the site's URL: `posts/{slug}/`
  /// @param saveAs the file below the output directory: `posts/{slug}/index.html`
  public record Place(UrlPattern url, UrlPattern saveAs) {}
}
