package godwit.config;

import java.util.List;

/// What holds where a key is not given.
public sealed interface Fallback {

  /// How the manual's table shows it: as it would be written in `godwit.toml`.
  String shown();

  /// The key must be given.
  record Required() implements Fallback {
    @Override
    public String shown() {
      return "required";
    }
  }

  /// A value that is made from that of another key, named here in full.
  record From(String key) implements Fallback {
    @Override
    public String shown() {
      return "from `" + key.substring(key.lastIndexOf('.') + 1) + "`";
    }
  }

  record Text(String value) implements Fallback {
    @Override
    public String shown() {
      return "`\"" + value + "\"`";
    }
  }

  record Count(int value) implements Fallback {
    @Override
    public String shown() {
      return "`" + value + "`";
    }
  }

  record Switch(boolean value) implements Fallback {
    @Override
    public String shown() {
      return "`" + value + "`";
    }
  }

  record Texts(List<String> value) implements Fallback {
    public Texts {
      value = List.copyOf(value);
    }

    @Override
    public String shown() {
      StringBuilder shown = new StringBuilder("`[");
      for (String element : value) {
        shown.append(shown.length() == 2 ? "\"" : ", \"").append(element).append('"');
      }
      return shown.append("]`").toString();
    }
  }

  /// Nothing: an empty table or list of tables.
  record None() implements Fallback {
    @Override
    public String shown() {
      return "none";
    }
  }

  static Fallback required() {
    return new Required();
  }

  static Fallback none() {
    return new None();
  }

  static Fallback value(String value) {
    return new Text(value);
  }

  static Fallback value(int value) {
    return new Count(value);
  }

  static Fallback value(boolean value) {
    return new Switch(value);
  }

  static Fallback list(String... values) {
    return new Texts(List.of(values));
  }
}
