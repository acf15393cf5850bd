package godwit.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// A style sheet, whose addresses can be others.
///
/// The text is kept byte for byte, whatever its encoding, as long as ASCII is ASCII in it.
public final class StyleSheet {
  private final String text;
  private final List<StyleSheetScanner.Address> addresses;

  private StyleSheet(String text, List<StyleSheetScanner.Address> addresses) {
    this.text = text;
    this.addresses = addresses;
  }

  /// Whether a path is that of a style sheet.
  public static boolean isOne(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".css");
  }

  /// @param bytes in any encoding
  public static StyleSheet of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return new StyleSheet(text, new StyleSheetScanner(text).addresses());
  }

  /// The addresses as they are written, in the order of the text.
  public List<String> addresses() {
    return addresses.stream().map(this::written).toList();
  }

  private String written(StyleSheetScanner.Address address) {
    String latin = text.substring(address.start(), address.end());
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /// The same with other addresses.
  ///
  /// @param change gives for an address the one that takes its place: itself, or one that needs no
  ///   quotes
  /// @return this very one if no address is another
  StyleSheet with(UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder(text.length() + 24 * addresses.size());
    int from = 0;
    for (StyleSheetScanner.Address address : addresses) {
      String before = written(address);
      String after = change.apply(before);
      if (!after.equals(before)) {
        changed.append(text, from, address.start());
        changed.append(latin(after));
        from = address.end();
      }
    }
    return from == 0
        ? this
        : new StyleSheet(changed.append(text, from, text.length()).toString(), List.of());
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /// The bytes, as they were but for the addresses that were changed.
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
