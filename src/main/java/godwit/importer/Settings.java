package godwit.importer;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.Assignment;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Bytes;
import godwit.importer.python.PythonValue.Decimal;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Nothing;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import godwit.importer.python.PythonValue.Truth;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.PythonValue.WholeNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The settings of a blog, asked for by type. What is of another type is an error, told at once.
final class Settings {
  private static final int MOST_NUMBER = 1_000_000_000;

  private final Map<String, Assignment> given;
  private final Notes notes;

  Settings(Map<String, Assignment> given, Notes notes) {
    this.given = new LinkedHashMap<>(given);
    this.notes = notes;
  }

  Map<String, Assignment> all() {
    return new LinkedHashMap<>(given);
  }

  boolean isGiven(String name) {
    return given.containsKey(name);
  }

  /// Whether it is given, and cannot be known.
  boolean isUnread(String name) {
    return unread(name).isPresent();
  }

  /// What of it cannot be known.
  Optional<Unread> unread(String name) {
    Assignment assignment = given.get(name);
    return assignment == null ? Optional.empty() : assignment.value().unread();
  }

  /// Where its value was written; of one that cannot be known, where it was assigned.
  Optional<SourcePosition> position(String name) {
    Assignment assignment = given.get(name);
    return assignment == null ? Optional.empty() : Optional.of(assignment.position());
  }

  /// The value, if it is given and known.
  Optional<PythonValue> value(String name) {
    Assignment assignment = given.get(name);
    return assignment == null || assignment.value().unread().isPresent()
        ? Optional.empty()
        : Optional.of(assignment.value());
  }

  /// A text; `None` and `False` are empty.
  String text(String name, String fallback) {
    return value(name).map(value -> text(name, value, fallback)).orElse(fallback);
  }

  private String text(String name, PythonValue value, String fallback) {
    if (value instanceof Text text) {
      return checked(name, text);
    }
    if (value instanceof Nothing || value.truth().equals(Optional.of(false))) {
      return "";
    }
    wrongType(name, value, "text");
    return fallback;
  }

  /// A text, free of half characters, which no file can hold.
  private String checked(String name, Text text) {
    boolean isWhole = text.value().codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    if (!isWhole) {
      notes.wrong(text.position(), name + ": half of a surrogate pair is no text", null);
    }
    return isWhole ? text.value() : "";
  }

  /// Whether Python takes it for true.
  boolean truth(String name, boolean fallback) {
    return value(name).flatMap(PythonValue::truth).orElse(fallback);
  }

  /// A number that is not negative; `None`, `False` and an empty text are 0.
  int number(String name, int fallback) {
    return value(name).map(value -> number(name, value, fallback)).orElse(fallback);
  }

  int number(String name, PythonValue value, int fallback) {
    if (value instanceof WholeNumber number
        && number.value().signum() >= 0
        && number.value().bitLength() < 31
        && number.value().intValue() <= MOST_NUMBER) {
      return number.value().intValue();
    }
    if (value instanceof Text text && text.value().matches("[0-9]{1,9}")) {
      return Integer.parseInt(text.value());
    }
    if (!(value instanceof Decimal) && value.truth().equals(Optional.of(false))) {
      return 0;
    }
    wrongType(name, value, "a number from 0 on");
    return fallback;
  }

  /// A text of a list.
  ///
  /// @param position where it was written; where it is a default, the file
  record Element(SourcePosition position, String text) {}

  /// The texts of a list with their places, or the fallback.
  List<Element> elements(String name, List<String> fallback) {
    SourcePosition file = SourcePosition.ofFile(PelicanImport.SETTINGS);
    List<String> texts = texts(name, fallback);
    List<PythonValue> given =
        value(name).orElse(null) instanceof Sequence sequence
            ? sequence.elements().stream().filter(Text.class::isInstance).toList()
            : List.of();
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      elements.add(new Element(i < given.size() ? given.get(i).position() : file, texts.get(i)));
    }
    return elements;
  }

  /// A list of texts. A text where a list should be is passed over by Pelican, too.
  List<String> texts(String name, List<String> fallback) {
    Optional<PythonValue> value = value(name);
    if (value.isEmpty()) {
      return fallback;
    }
    if (value.get() instanceof Text text) {
      notes.setting(
          text.position(),
          name + " is a text where a list is expected: Pelican passes it over, and so is done here",
          "write [" + text.shown() + "] if it is meant, and import again");
      return fallback;
    }
    return texts(name, value.get()).orElse(fallback);
  }

  /// The texts of a list; empty, and told, if it is none.
  Optional<List<String>> texts(String name, PythonValue value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof Nothing) {
      return Optional.of(texts);
    }
    if (!(value instanceof Sequence sequence)) {
      wrongType(name, value, "a list");
      return Optional.empty();
    }
    for (PythonValue element : sequence.elements()) {
      if (element instanceof Text text) {
        texts.add(checked(name, text));
      } else {
        wrongType(name, element, "text");
      }
    }
    return Optional.of(texts);
  }

  /// A dict, or pairs that can be made into one; `None` is empty.
  List<Entry> entries(String name) {
    PythonValue value = value(name).orElse(null);
    if (value == null || value instanceof Nothing) {
      return List.of();
    }
    if (value instanceof Mapping mapping) {
      return mapping.entries();
    }
    List<Entry> entries = new ArrayList<>();
    if (!(value instanceof Sequence sequence)) {
      wrongType(name, value, "a dict");
      return entries;
    }
    for (PythonValue row : sequence.elements()) {
      if (row instanceof Sequence pair && pair.elements().size() == 2) {
        entries.add(new Entry(pair.elements().getFirst(), pair.elements().getLast()));
      } else {
        wrongType(name, row, "a dict, or a name and its value,");
      }
    }
    return entries;
  }

  /// A list of tuples.
  ///
  /// @param least how many elements each has at least; those with fewer are told
  List<List<PythonValue>> rows(String name, int least) {
    PythonValue value = value(name).orElse(null);
    List<List<PythonValue>> rows = new ArrayList<>();
    if (value == null || value.truth().equals(Optional.of(false))) {
      return rows;
    }
    if (!(value instanceof Sequence sequence)) {
      wrongType(name, value, "a list of tuples");
      return rows;
    }
    for (PythonValue row : sequence.elements()) {
      if (row instanceof Sequence elements && elements.elements().size() >= least) {
        rows.add(elements.elements());
      } else {
        wrongType(name, row, "a tuple of " + least);
      }
    }
    return rows;
  }

  /// A value as text, if it is text or a number.
  @Nullable String plain(String name, PythonValue value) {
    return switch (value) {
      case Text text -> checked(name, text);
      case WholeNumber number -> number.value().toString();
      case Truth truth -> String.valueOf(truth.value());
      case Decimal number -> String.valueOf(number.value());
      case Bytes _, Nothing _, Sequence _, Mapping _, Unread _ -> null;
    };
  }

  void wrongType(String name, PythonValue value, String expected) {
    notes.wrong(
        value.position(), name + ": " + expected + " is expected, not " + kind(value), null);
  }

  /// For a message.
  private static String kind(PythonValue value) {
    return switch (value) {
      case Text text -> text.value().length() > 30 ? "a text" : "the text " + text.shown();
      case Bytes _ -> "bytes";
      case WholeNumber number ->
          number.value().bitLength() > 64 ? "so large a number" : number.value().toString();
      case Decimal number -> String.valueOf(number.value());
      case Truth truth -> truth.value() ? "True" : "False";
      case Nothing _ -> "None";
      case Sequence sequence ->
          switch (sequence.form()) {
            case LIST -> "a list";
            case TUPLE -> "a tuple of " + sequence.elements().size();
            case SET -> "a set";
          };
      case Mapping _ -> "a dict";
      case Unread _ -> "what is not known";
    };
  }
}
