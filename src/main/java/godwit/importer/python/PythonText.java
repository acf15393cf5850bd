package godwit.importer.python;

import godwit.importer.python.PythonValue.Bytes;
import godwit.importer.python.PythonValue.Decimal;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Form;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Nothing;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import godwit.importer.python.PythonValue.Truth;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.PythonValue.WholeNumber;
import java.util.Locale;

/// Values as Python would write them, all characters beyond ASCII escaped.
final class PythonText {
  private PythonText() {}

  static String of(PythonValue value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(PythonValue value, StringBuilder out) {
    switch (value) {
      case Text text -> quote(text.value(), out);
      case Bytes bytes -> quote(bytes.value(), out.append('b'));
      case WholeNumber number -> out.append(number.value());
      case Decimal number -> out.append(number.value());
      case Truth truth -> out.append(truth.value() ? "True" : "False");
      case Nothing _ -> out.append("None");
      case Sequence sequence -> write(sequence, out);
      case Mapping mapping -> {
        String before = "{";
        for (Entry entry : mapping.entries()) {
          write(entry.key(), out.append(before));
          write(entry.value(), out.append(": "));
          before = ", ";
        }
        out.append(mapping.entries().isEmpty() ? "{}" : "}");
      }
      case Unread unread -> out.append('<').append(unread.reason()).append('>');
    }
  }

  private static void write(Sequence sequence, StringBuilder out) {
    String brackets =
        switch (sequence.form()) {
          case LIST -> "[]";
          case TUPLE -> "()";
          case SET -> "{}";
        };
    if (sequence.form() == Form.SET && sequence.elements().isEmpty()) {
      out.append("set()");
      return;
    }
    out.append(brackets.charAt(0));
    String before = "";
    for (PythonValue element : sequence.elements()) {
      write(element, out.append(before));
      before = ", ";
    }
    if (sequence.form() == Form.TUPLE && sequence.elements().size() == 1) {
      out.append(',');
    }
    out.append(brackets.charAt(1));
  }

  private static void quote(String text, StringBuilder out) {
    out.append('\'');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7F) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    out.append('\'');
  }
}
