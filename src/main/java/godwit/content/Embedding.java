package godwit.content;

import java.util.Locale;
import java.util.Set;

/// Tells the addresses that browsers load as a part of the page from those that people follow (HTML
/// standard, sections 4.2.4, 4.6.8 and 4.8).
final class Embedding {
  /// The types of `<link>` that browsers load for the page itself. A manifest is not among them: to
  /// browsers its address is the name of the application.
  private static final Set<String> LOADED =
      Set.of(
          "stylesheet",
          "icon",
          "apple-touch-icon",
          "apple-touch-icon-precomposed",
          "mask-icon",
          "preload",
          "modulepreload");

  private Embedding() {}

  /// @param tag at a start tag
  /// @param address an attribute of it that holds an address
  static boolean is(HtmlScanner tag, HtmlScanner.Attribute address) {
    return switch (address.name()) {
      // What a frame shows is a page of its own, with an address that others may have noted.
      case "src" -> !tag.name().equals("iframe") && !tag.name().equals("frame");
      case "poster" -> true;
      case "data" -> tag.name().equals("object");
      case "href" ->
          switch (tag.name()) {
            case "link" -> isLoaded(tag);
            case "image", "use" -> true; // of SVG
            default -> false;
          };
      default -> false;
    };
  }

  private static boolean isLoaded(HtmlScanner link) {
    for (HtmlScanner.Attribute attribute : link.attributes()) {
      if (attribute.name().equals("rel")) {
        String value = HtmlText.unescape(link.value(attribute)).toLowerCase(Locale.ROOT);
        for (String type : value.strip().split("\\s+", -1)) {
          if (LOADED.contains(type)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
