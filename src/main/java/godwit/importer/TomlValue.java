package godwit.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// A value of `godwit.toml`.
sealed interface TomlValue {
  record Text(String value) implements TomlValue {}

  record Whole(long value) implements TomlValue {}

  record Flag(boolean value) implements TomlValue {}

  record Texts(List<String> values) implements TomlValue {
    public Texts {
      values = List.copyOf(values);
    }
  }

  /// Lists of two: `[["from", "to"]]`.
  record Pairs(List<List<String>> values) implements TomlValue {
    public Pairs {
      values = values.stream().map(List::copyOf).toList();
    }
  }

  /// `[name]` with its keys, in their order.
  record Table(Map<String, TomlValue> values) implements TomlValue {
    public Table {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /// `[[name]]`, several times.
  record Tables(List<Table> values) implements TomlValue {
    public Tables {
      values = List.copyOf(values);
    }
  }

  /// Whether it says nothing: an empty text, list or table.
  default boolean isEmpty() {
    return switch (this) {
      case Text text -> text.value().isEmpty();
      case Texts texts -> texts.values().isEmpty();
      case Pairs pairs -> pairs.values().isEmpty();
      case Table table -> table.values().isEmpty();
      case Tables tables -> tables.values().isEmpty();
      case Whole _, Flag _ -> false;
    };
  }

  /// How many parts it has: elements, or names of a table.
  default int size() {
    return switch (this) {
      case Texts texts -> texts.values().size();
      case Pairs pairs -> pairs.values().size();
      case Table table -> table.values().size();
      case Tables tables -> tables.values().size();
      case Text _, Whole _, Flag _ -> 0;
    };
  }

  /// The same with some of its parts.
  ///
  /// @param isKept of the index of a part
  default TomlValue with(IntPredicate isKept) {
    return switch (this) {
      case Texts texts -> new Texts(kept(texts.values(), isKept));
      case Pairs pairs -> new Pairs(kept(pairs.values(), isKept));
      case Tables tables -> new Tables(kept(tables.values(), isKept));
      case Table table -> {
        Map<String, TomlValue> values = new LinkedHashMap<>(table.values());
        values.keySet().retainAll(kept(List.copyOf(values.keySet()), isKept));
        yield new Table(values);
      }
      case Text _, Whole _, Flag _ -> this;
    };
  }

  private static <T> List<T> kept(List<T> parts, IntPredicate isKept) {
    return IntStream.range(0, parts.size()).filter(isKept).mapToObj(parts::get).toList();
  }

  /// A table of texts.
  static Table table(Map<String, String> values) {
    Map<String, TomlValue> table = new LinkedHashMap<>();
    values.forEach((name, value) -> table.put(name, new Text(value)));
    return new Table(table);
  }

  /// Tables of texts.
  static Tables tables(List<Map<String, String>> values) {
    List<Table> tables = new ArrayList<>();
    values.forEach(value -> tables.add(table(value)));
    return new Tables(tables);
  }
}
