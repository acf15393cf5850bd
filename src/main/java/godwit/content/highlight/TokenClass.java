package godwit.content.highlight;

import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.jspecify.annotations.Nullable;

/// What a piece of code is. The package's documentation says what each one is put on.
enum TokenClass {
  KEYWORD('k'),
  TYPE('t'),
  FUNCTION('f'),
  VARIABLE('v'),
  ATTRIBUTE('a'),
  TAG('g'),
  STRING('s'),
  REGEX('r'),
  NUMBER('n'),
  COMMENT('c'),
  OPERATOR('o'),
  PREPROCESSOR('p'),
  ERROR('e'),
  INSERTED('i'),
  DELETED('d');

  private final char letter;

  TokenClass(char letter) {
    this.letter = letter;
  }

  /// The name in the `class` attribute.
  char letter() {
    return letter;
  }

  /// The class of one of rsyntaxtextarea's token types, null for what stays plain.
  static @Nullable TokenClass of(int tokenType) {
    return switch (tokenType) {
      case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2 -> KEYWORD;
      case TokenTypes.DATA_TYPE -> TYPE;
      case TokenTypes.FUNCTION -> FUNCTION;
      case TokenTypes.VARIABLE -> VARIABLE;
      case TokenTypes.ANNOTATION, TokenTypes.MARKUP_TAG_ATTRIBUTE -> ATTRIBUTE;
      case TokenTypes.MARKUP_TAG_DELIMITER, TokenTypes.MARKUP_TAG_NAME -> TAG;
      case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
          TokenTypes.LITERAL_CHAR,
          TokenTypes.LITERAL_BACKQUOTE,
          // Mostly a string over several lines that the token maker does not know.
          TokenTypes.ERROR_STRING_DOUBLE,
          TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
          TokenTypes.MARKUP_CDATA ->
          STRING;
      case TokenTypes.REGEX -> REGEX;
      case TokenTypes.LITERAL_BOOLEAN,
          TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
          TokenTypes.LITERAL_NUMBER_FLOAT,
          TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
          TokenTypes.MARKUP_ENTITY_REFERENCE ->
          NUMBER;
      case TokenTypes.COMMENT_EOL,
          TokenTypes.COMMENT_MULTILINE,
          TokenTypes.COMMENT_DOCUMENTATION,
          TokenTypes.COMMENT_KEYWORD,
          TokenTypes.COMMENT_MARKUP,
          TokenTypes.MARKUP_COMMENT ->
          COMMENT;
      case TokenTypes.OPERATOR -> OPERATOR;
      case TokenTypes.PREPROCESSOR,
          TokenTypes.MARKUP_DTD,
          TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
          TokenTypes.MARKUP_CDATA_DELIMITER ->
          PREPROCESSOR;
      case TokenTypes.ERROR_IDENTIFIER, TokenTypes.ERROR_NUMBER_FORMAT, TokenTypes.ERROR_CHAR ->
          ERROR;
      default -> null;
    };
  }
}
