package godwit.content;

/// Is told of the links of HTML while [RawHtml] goes through it.
interface LinkListener {
  /// Whether an address concerns this site, and so is to be told of.
  boolean isInternal(String destination);

  /// Is told of a link, in the order of the HTML.
  ///
  /// @param destination without HTML's escapes
  /// @param written the destination as it stands in the HTML
  /// @param embedded as in [Link]
  /// @param sourceOffset where the destination begins in the source text
  /// @return what is to stand in its place
  String add(String destination, String written, boolean embedded, int sourceOffset);

  /// Is told of an anchor.
  void addAnchor(String id);
}
