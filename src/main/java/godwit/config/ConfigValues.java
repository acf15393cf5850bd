package godwit.config;

import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// The values of `godwit.toml` by their keys, with the fallback where a key is not given or its
/// value is wrong. What is wrong becomes a diagnostic, so that one run shows all of it.
final class ConfigValues {
  /// Turns a value from the file into what it means.
  interface Reading<T> {
    T read(String value) throws BadValueException;
  }

  private final TomlDocument document;
  private final Diagnostics diagnostics;

  ConfigValues(TomlDocument document, Diagnostics diagnostics) {
    this.document = document;
    this.diagnostics = diagnostics;
  }

  /// Whether the key is given, be it right or wrong.
  boolean has(ConfigKey key) {
    return given(key) != null;
  }

  String text(ConfigKey key) {
    return text(key, value -> value);
  }

  /// A string, read. The fallback is read in the same way, and must be right.
  <T> T text(ConfigKey key, Reading<T> reading) {
    Object value = given(key);
    if (value != null) {
      @Nullable T read = read(key, value, () -> position(key), reading);
      if (read != null) {
        return read;
      }
    }
    return fallback(key, key.fallback() instanceof Fallback.Text text ? text.value() : "", reading);
  }

  /// As [#text], for a key of a list of tables. @param table one of them
  <T> T textIn(TomlTable table, ConfigKey key, Reading<T> reading) {
    return textIn(table, key, key.fullName(), reading);
  }

  /// As above, for a key of a table of another name. @param name what it is called in errors
  <T> T textIn(TomlTable table, ConfigKey key, String name, Reading<T> reading) {
    Object value = table.get(List.of(key.simpleName()));
    if (value != null) {
      @Nullable T read =
          read(name, value, () -> document.valuePosition(table, key.simpleName()), reading);
      if (read != null) {
        return read;
      }
    }
    return fallback(key, key.fallback() instanceof Fallback.Text text ? text.value() : "", reading);
  }

  int number(ConfigKey key) {
    return number(key, 0, Integer.MAX_VALUE);
  }

  /// A number within bounds.
  int number(ConfigKey key, int least, int most) {
    Object value = given(key);
    if (value instanceof Long number) {
      if (number >= least && number <= most) {
        return number.intValue();
      }
      bad(key.fullName(), position(key), new BadValueException(outside(number, least, most), null));
    } else if (value != null) {
      wrongType(key, value, position(key));
    }
    return key.fallback() instanceof Fallback.Count number ? number.value() : 0;
  }

  /// A number, or -1 where the value is the word `none`.
  int numberOrNone(ConfigKey key) {
    return "none".equals(given(key)) ? -1 : number(key);
  }

  private static String outside(long number, int least, int most) {
    if (number < least) {
      return least == 0 ? "must not be negative" : "must be at least " + least;
    }
    return most == Integer.MAX_VALUE ? "is too large" : "must be at most " + most;
  }

  boolean isOn(ConfigKey key) {
    Object value = given(key);
    if (value instanceof Boolean on) {
      return on;
    }
    if (value != null) {
      wrongType(key, value, position(key));
    }
    return key.fallback() instanceof Fallback.Switch on && on.value();
  }

  /// A list of strings, each read; of a key that may have one string instead, that one.
  <T> List<T> list(ConfigKey key, Reading<T> reading) {
    List<T> elements = new ArrayList<>();
    Object value = given(key);
    if (value instanceof String && key.type() == ValueType.TEXTS) {
      @Nullable T read = read(key, value, () -> position(key), reading);
      return read == null ? elements : List.of(read);
    }
    if (value instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        @Nullable T read =
            read(key, array.get(i), () -> document.elementPosition(array, index), reading);
        if (read != null) {
          elements.add(read);
        }
      }
      return elements;
    }
    if (value != null) {
      wrongType(key, value, position(key));
    } else if (key.fallback() instanceof Fallback.Texts texts) {
      for (String element : texts.value()) {
        elements.add(fallback(key, element, reading));
      }
    }
    return elements;
  }

  /// The key's value as it was parsed, or null.
  @Nullable Object given(ConfigKey key) {
    TomlTable table = document.table(key.table());
    return table == null ? null : table.get(List.of(key.simpleName()));
  }

  /// Where the key's value stands; where it ought to be if it is not given.
  SourcePosition position(ConfigKey key) {
    TomlTable table = document.table(key.table());
    if (table == null) {
      return document.start();
    }
    return table.contains(List.of(key.simpleName()))
        ? document.valuePosition(table, key.simpleName())
        : document.keyPosition(document.root(), key.table());
  }

  /// Where the value of the first of some keys stands that is given; the file alone if none is.
  SourcePosition positionOfAny(ConfigKey... keys) {
    for (ConfigKey key : keys) {
      if (has(key)) {
        return position(key);
      }
    }
    return SourcePosition.ofFile(document.name());
  }

  /// The value read, or null after an error.
  ///
  /// @param position where the value stands; asked for only if there is an error
  <T> @Nullable T read(
      ConfigKey key, Object value, Supplier<SourcePosition> position, Reading<T> reading) {
    return read(key.fullName(), value, position, reading);
  }

  /// As above, for a string that is no key's whole value. @param name what it is called in errors
  <T> @Nullable T read(
      String name, Object value, Supplier<SourcePosition> position, Reading<T> reading) {
    if (!(value instanceof String text)) {
      wrongType(name, ValueType.TEXT, value, position.get());
      return null;
    }
    try {
      return reading.read(Characters.check(text));
    } catch (BadValueException e) {
      bad(name, position.get(), e);
      return null;
    }
  }

  /// Reports a value that means nothing.
  void bad(String name, SourcePosition position, BadValueException e) {
    diagnostics.error(position, "config-value", name + ": " + e.message(), e.hint());
  }

  /// Reports that the key ought to be there.
  void missing(ConfigKey key, SourcePosition position, String hint) {
    missing(key.fullName(), position, hint);
  }

  /// As above. @param name what the key is called
  void missing(String name, SourcePosition position, String hint) {
    diagnostics.error(position, "config-missing", name + " is missing", hint);
  }

  /// Reports a value of another type than the key's.
  void wrongType(ConfigKey key, Object value, SourcePosition position) {
    wrongType(key.fullName(), key.type(), value, position);
  }

  /// As above. @param name what the key is called
  void wrongType(String name, ValueType type, Object value, SourcePosition position) {
    String message = name + ": " + TypeMismatch.message(type, value);
    diagnostics.error(position, "config-type", message, TypeMismatch.hint(name, type, value));
  }

  private static <T> T fallback(ConfigKey key, String value, Reading<T> reading) {
    try {
      return reading.read(value);
    } catch (BadValueException e) {
      throw new AssertionError("the fallback of " + key.fullName() + " " + e.message(), e);
    }
  }
}
