package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value of a settings file, with the place where it was written.
public sealed interface PythonValue {
  SourcePosition position();

  /// How much of it there is.
  default Size size() {
    return Size.ONE;
  }

  /// The same for all values that Python finds equal, wherever they were written.
  default String shown() {
    return PythonText.of(this);
  }

  /// The weight is about the number of characters and values, the depth that of the nesting. Both
  /// are bounded, as a few lines can double a value again and again.
  record Size(int weight, int depth) {
    static final Size ONE = new Size(1, 1);
    private static final int MOST_WEIGHT = 4_000_000;
    private static final int MOST_DEPTH = 250;

    static Size around(List<PythonValue> values) {
      int weight = 1;
      int depth = 0;
      for (PythonValue value : values) {
        weight = Math.min(MOST_WEIGHT + 1, weight + value.size().weight());
        depth = Math.max(depth, value.size().depth());
      }
      return new Size(weight, depth + 1);
    }

    /// That of the elements of two sequences in one.
    Size and(Size other) {
      return new Size(
          Math.min(MOST_WEIGHT + 1, weight + other.weight - 1), Math.max(depth, other.depth));
    }

    boolean isTooMuch() {
      return weight > MOST_WEIGHT || depth > MOST_DEPTH;
    }
  }

  /// A `str`.
  record Text(SourcePosition position, String value) implements PythonValue {
    @Override
    public Size size() {
      return new Size(1 + value.length(), 1);
    }
  }

  /// A `bytes`, each byte as one character.
  record Bytes(SourcePosition position, String value) implements PythonValue {}

  /// An `int`.
  record WholeNumber(SourcePosition position, BigInteger value) implements PythonValue {}

  /// A `float`.
  record Decimal(SourcePosition position, double value) implements PythonValue {}

  /// A `bool`.
  record Truth(SourcePosition position, boolean value) implements PythonValue {}

  /// `None`.
  record Nothing(SourcePosition position) implements PythonValue {}

  /// What kind of sequence it is.
  enum Form {
    LIST,
    TUPLE,
    SET
  }

  /// Made by [#sequence].
  record Sequence(SourcePosition position, Form form, List<PythonValue> elements, Size size)
      implements PythonValue {
    public Sequence {
      elements = elements instanceof GrowingList ? elements : List.copyOf(elements);
    }
  }

  /// A key of a mapping with its value.
  record Entry(PythonValue key, PythonValue value) {}

  /// A `dict`. Made by [#mapping].
  record Mapping(SourcePosition position, List<Entry> entries, Size size) implements PythonValue {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /// The value of a key.
    public Optional<PythonValue> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key() instanceof Text text && text.value().equals(key))
          .map(Entry::value)
          .findFirst();
    }
  }

  /// What cannot be known without running the program.
  ///
  /// @param reason why, as the end of a sentence that begins with `as it`
  record Unread(SourcePosition position, String reason) implements PythonValue {}

  /// A sequence; a set has each value once. [Unread] if it is too large.
  static PythonValue sequence(SourcePosition position, Form form, List<PythonValue> elements) {
    List<PythonValue> kept = elements;
    if (form == Form.SET) {
      Map<String, PythonValue> once = new LinkedHashMap<>();
      elements.forEach(element -> once.putIfAbsent(element.shown(), element));
      kept = List.copyOf(once.values());
    }
    Size size = Size.around(kept);
    return size.isTooMuch() ? tooLarge(position) : new Sequence(position, form, kept, size);
  }

  /// One list or tuple of the elements of two. [Unread] if it is too large.
  static PythonValue joined(Sequence first, Sequence second) {
    Size size = first.size().and(second.size());
    return size.isTooMuch()
        ? tooLarge(first.position())
        : new Sequence(
            first.position(),
            first.form(),
            GrowingList.of(first.elements(), second.elements()),
            size);
  }

  /// A mapping; of entries with one key the last one holds. [Unread] if it is too large.
  static PythonValue mapping(SourcePosition position, List<Entry> entries) {
    Map<String, Entry> once = new LinkedHashMap<>();
    for (Entry entry : entries) {
      once.merge(entry.key().shown(), entry, (old, later) -> new Entry(old.key(), later.value()));
    }
    List<PythonValue> parts = new ArrayList<>();
    once.values().forEach(entry -> parts.addAll(List.of(entry.key(), entry.value())));
    Size size = Size.around(parts);
    return size.isTooMuch()
        ? tooLarge(position)
        : new Mapping(position, List.copyOf(once.values()), size);
  }

  /// A text; [Unread] if it is too large.
  static PythonValue text(SourcePosition position, String value) {
    Text text = new Text(position, value);
    return text.size().isTooMuch() ? tooLarge(position) : text;
  }

  private static Unread tooLarge(SourcePosition position) {
    return new Unread(position, "is too large");
  }

  /// The first part of it that cannot be known.
  default Optional<Unread> unread() {
    return switch (this) {
      case Unread unread -> Optional.of(unread);
      case Sequence sequence ->
          sequence.elements().stream().flatMap(e -> e.unread().stream()).findFirst();
      case Mapping mapping ->
          mapping.entries().stream()
              .flatMap(e -> e.key().unread().or(() -> e.value().unread()).stream())
              .findFirst();
      case Text _, Bytes _, WholeNumber _, Decimal _, Truth _, Nothing _ -> Optional.empty();
    };
  }

  /// Whether Python takes it for true; empty where that cannot be known.
  default Optional<Boolean> truth() {
    return switch (this) {
      case Text text -> Optional.of(!text.value().isEmpty());
      case Bytes bytes -> Optional.of(!bytes.value().isEmpty());
      case WholeNumber number -> Optional.of(number.value().signum() != 0);
      case Decimal number -> Optional.of(number.value() != 0);
      case Truth truth -> Optional.of(truth.value());
      case Nothing _ -> Optional.of(false);
      case Sequence sequence -> Optional.of(!sequence.elements().isEmpty());
      case Mapping mapping -> {
        // An entry that is not known may stand for none
        boolean isKnown = mapping.entries().stream().anyMatch(e -> e.key().unread().isEmpty());
        yield isKnown || mapping.entries().isEmpty() ? Optional.of(isKnown) : Optional.empty();
      }
      case Unread _ -> Optional.empty();
    };
  }
}
