package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text with fields in braces, of an f-string or of `str.format`. Fields are plain names or
/// numbers, or empty.
record BraceTemplate(List<Piece> pieces) {
  private static final Pattern PIECE =
      Pattern.compile("([^{}]++|\\{\\{|\\}\\})|\\{(\\w*+)\\}", Pattern.UNICODE_CHARACTER_CLASS);

  BraceTemplate {
    pieces = List.copyOf(pieces);
  }

  sealed interface Piece {}

  record Words(String text) implements Piece {}

  record Field(String name) implements Piece {}

  /// Reads a text, in which doubled braces stand for themselves. Empty if it has other fields.
  static Optional<BraceTemplate> parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      piece.region(at, text.length());
      if (!piece.lookingAt()) {
        return Optional.empty();
      }
      String words = piece.group(1);
      boolean isBrace = "{{".equals(words) || "}}".equals(words);
      pieces.add(
          words == null
              ? new Field(piece.group(2))
              : new Words(isBrace ? words.substring(1) : words));
      at = piece.end();
    }
    return Optional.of(new BraceTemplate(pieces));
  }

  /// The text with values in the place of the fields.
  ///
  /// @param values by the names of fields
  /// @return [PythonValue.Unread] if a value is, or if the text is too large; null if a value is
  ///   missing or is neither text nor number
  @Nullable PythonValue filled(
      SourcePosition position, Function<String, Optional<PythonValue>> values) {
    ShortText filled = new ShortText();
    for (Piece piece : pieces) {
      switch (piece) {
        case Words(String text) -> filled.add(text);
        case Field(String name) -> {
          PythonValue value = values.apply(name).orElse(null);
          if (value == null) {
            return null;
          }
          if (value.unread().isPresent()) {
            return value.unread().get();
          }
          Optional<String> text = ShortText.of(value);
          if (text.isEmpty()) {
            return null;
          }
          filled.add(text.get());
        }
      }
    }
    return filled.value(position);
  }
}
