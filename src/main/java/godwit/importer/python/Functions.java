package godwit.importer.python;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Form;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import godwit.importer.python.PythonValue.Unread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The few functions whose result depends on nothing but their arguments and the file's place.
final class Functions {
  /// What is between the parentheses of a call.
  record Arguments(List<PythonValue> positional, Map<String, PythonValue> named) {
    Arguments {
      positional = List.copyOf(positional);
      named = Collections.unmodifiableMap(new LinkedHashMap<>(named)); // in their order
    }
  }

  private final String directory;
  private final List<Diagnostic> notes = new ArrayList<>();

  /// @param directory the absolute path of the directory that the program runs in
  Functions(String directory) {
    this.directory = directory;
  }

  /// What was assumed.
  List<Diagnostic> notes() {
    return List.copyOf(notes);
  }

  /// The result; [Unread] if the function is not one of these.
  ///
  /// @param qualified such as `os.path.join`
  PythonValue call(SourcePosition position, String qualified, Arguments arguments) {
    for (PythonValue argument : arguments.positional()) {
      Optional<Unread> unread = argument.unread();
      if (unread.isPresent()) {
        return unread.get();
      }
    }
    PythonValue result =
        switch (qualified) {
          case "os.path.join" -> paths(position, arguments);
          case "os.path.dirname" -> path(position, arguments, Functions::parent);
          case "os.path.normpath" -> path(position, arguments, Functions::normal);
          case "os.path.abspath", "os.path.realpath" -> path(position, arguments, this::absolute);
          case "os.environ.get", "os.getenv" -> environment(position, arguments);
          case "dict" -> dict(position, arguments);
          case "list" -> copy(position, Form.LIST, arguments);
          case "tuple" -> copy(position, Form.TUPLE, arguments);
          case "set", "frozenset" -> copy(position, Form.SET, arguments);
          default -> null;
        };
    return result == null
        ? new Unread(position, "is made by a call of " + qualified + "()")
        : result;
  }

  /// The default of a variable of the environment, which is not looked at: the site is to be the
  /// same everywhere.
  private @Nullable PythonValue environment(SourcePosition position, Arguments arguments) {
    List<PythonValue> given = new ArrayList<>(arguments.positional());
    given.addAll(arguments.named().values());
    if (given.size() != 2 || !(given.getFirst() instanceof Text(SourcePosition _, String name))) {
      return null;
    }
    PythonValue value = given.getLast();
    if (value.unread().isEmpty()) {
      notes.add(
          new Diagnostic(
              Severity.NOTICE,
              "import-unread",
              position,
              "what the environment says is not known: " + value.shown() + " is taken for " + name,
              "if that is set where the blog is published, write what it says instead, and import"
                  + " again"));
    }
    return value;
  }

  private interface PathFunction {
    String apply(String path);
  }

  private static @Nullable PythonValue path(
      SourcePosition position, Arguments arguments, PathFunction function) {
    return arguments.positional().size() == 1
            && arguments.named().isEmpty()
            && arguments.positional().getFirst() instanceof Text(SourcePosition _, String path)
        ? new Text(position, function.apply(path))
        : null;
  }

  private static @Nullable PythonValue paths(SourcePosition position, Arguments arguments) {
    StringBuilder joined = new StringBuilder();
    if (arguments.positional().isEmpty() || !arguments.named().isEmpty()) {
      return null;
    }
    boolean isFirst = true;
    for (PythonValue argument : arguments.positional()) {
      if (!(argument instanceof Text(SourcePosition _, String part))) {
        return null;
      }
      if (part.startsWith("/")) {
        joined.setLength(0);
      } else if (!isFirst && !joined.isEmpty() && joined.charAt(joined.length() - 1) != '/') {
        joined.append('/');
      }
      joined.append(part);
      isFirst = false;
    }
    return PythonValue.text(position, joined.toString());
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    String head = path.substring(0, slash + 1);
    String trimmed = head.replaceAll("/+$", "");
    return trimmed.isEmpty() ? head : trimmed;
  }

  private static String normal(String path) {
    String normal = Path.of(path.replace("\0", "")).normalize().toString();
    return normal.isEmpty() ? "." : normal;
  }

  private String absolute(String path) {
    return normal(path.startsWith("/") ? path : directory + "/" + path);
  }

  private static @Nullable PythonValue copy(
      SourcePosition position, Form form, Arguments arguments) {
    if (!arguments.named().isEmpty() || arguments.positional().size() > 1) {
      return null;
    }
    if (arguments.positional().isEmpty()) {
      return PythonValue.sequence(position, form, List.of());
    }
    return switch (arguments.positional().getFirst()) {
      case Sequence sequence -> PythonValue.sequence(position, form, sequence.elements());
      case Mapping mapping ->
          PythonValue.sequence(position, form, mapping.entries().stream().map(Entry::key).toList());
      case Text _,
          PythonValue.Bytes _,
          PythonValue.WholeNumber _,
          PythonValue.Decimal _,
          PythonValue.Truth _,
          PythonValue.Nothing _,
          Unread _ ->
          null;
    };
  }

  private static @Nullable PythonValue dict(SourcePosition position, Arguments arguments) {
    List<Entry> entries = new ArrayList<>();
    if (arguments.positional().size() > 1) {
      return null;
    }
    for (PythonValue given : arguments.positional()) {
      if (given instanceof Mapping mapping) {
        entries.addAll(mapping.entries());
      } else if (given instanceof Sequence pairs) {
        for (PythonValue pair : pairs.elements()) {
          if (!(pair instanceof Sequence both) || both.elements().size() != 2) {
            return null;
          }
          entries.add(new Entry(both.elements().getFirst(), both.elements().getLast()));
        }
      } else {
        return null;
      }
    }
    arguments
        .named()
        .forEach((name, value) -> entries.add(new Entry(new Text(value.position(), name), value)));
    return PythonValue.mapping(position, entries);
  }
}
