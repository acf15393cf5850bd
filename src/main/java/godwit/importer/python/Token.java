package godwit.importer.python;

import org.jspecify.annotations.Nullable;

/// A word of a program.
///
/// @param text as it was written; empty for those that are no characters
/// @param literal of a string: what it holds
/// @param line counted from 1
/// @param column counted from 1, in UTF-16 code units
record Token(Kind kind, String text, @Nullable StringLiteral literal, int line, int column) {
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    OPERATOR,
    /// The end of a logical line.
    NEWLINE,
    INDENT,
    DEDENT,
    END
  }

  boolean is(String operatorOrKeyword) {
    return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operatorOrKeyword);
  }

  boolean endsLine() {
    return kind == Kind.NEWLINE || kind == Kind.END;
  }

  /// For a message.
  String shown() {
    return switch (kind) {
      case NAME, NUMBER, OPERATOR -> "'" + text + "'";
      case STRING -> "a string";
      case NEWLINE -> "the end of the line";
      case INDENT -> "a deeper indentation";
      case DEDENT -> "a shallower indentation";
      case END -> "the end of the file";
    };
  }
}
