package godwit.importer.python;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `import` and `from … import`. Modules that are files of the directory are read, too.
final class ImportReader {
  /// Where other modules come from.
  interface Modules {
    /// @param name with dots between its parts
    /// @return its names; empty if it is no file of the directory
    Optional<Scope> find(String name, SourcePosition position) throws PythonException;
  }

  private static final Set<String> FAR_REACHING =
      Set.of("exec", "eval", "execfile", "globals", "locals", "vars", "setattr");

  private final Modules modules;
  private final String parent;
  private final List<Diagnostic> notes = new ArrayList<>();

  /// @param parent the package of the file that is read, empty at the top
  ImportReader(Modules modules, String parent) {
    this.modules = modules;
    this.parent = parent;
  }

  /// What could not be told.
  List<Diagnostic> notes() {
    return List.copyOf(notes);
  }

  /// Notes that some names may have values which were not seen.
  void cannotTell(SourcePosition position, String message) {
    notes.add(
        new Diagnostic(
            Severity.WARNING,
            "import-unread",
            position,
            message,
            "if it gives values to settings, write them into godwit.toml by hand"));
  }

  /// Notes a call that can give a value to any name, if the tokens at hand begin one.
  void tellOfFarReaching(Tokens tokens) {
    String word = tokens.peek().kind() == Kind.NAME ? tokens.peek().text() : "";
    if (FAR_REACHING.contains(word) && tokens.peek(1).is("(")) {
      cannotTell(tokens.position(), "what " + word + "() does is not known without running it");
    }
  }

  /// `import a, b.c as d`.
  void names(Tokens tokens, Scope scope) throws PythonException {
    do {
      tokens.next();
      String module = dotted(tokens);
      if (tokens.take("as")) {
        scope.imported(tokens.expectName().text(), module);
      } else {
        int dot = module.indexOf('.');
        String head = dot < 0 ? module : module.substring(0, dot);
        scope.imported(head, head);
      }
    } while (tokens.peek().is(","));
  }

  private static String dotted(Tokens tokens) throws PythonException {
    StringBuilder name = new StringBuilder(tokens.expectName().text());
    while (tokens.take(".")) {
      name.append('.').append(tokens.expectName().text());
    }
    return name.toString();
  }

  /// `from a import *`, `from .a import (b, c as d)`.
  void from(Tokens tokens, Scope scope) throws PythonException {
    SourcePosition position = tokens.position();
    tokens.next();
    int dots = 0;
    while (tokens.peek().is(".") || tokens.peek().is("...")) {
      dots += tokens.next().text().length();
    }
    String written = dots > 0 && tokens.peek().is("import") ? "" : dotted(tokens);
    String name = absolute(written, dots);
    tokens.expect("import");
    Optional<Scope> module = name.isEmpty() ? Optional.empty() : modules.find(name, position);
    if (tokens.take("*")) {
      if (module.isPresent()) {
        module.get().exportTo(scope);
      } else {
        cannotTell(position, "'" + name + "' is no file here: what it defines is not known");
      }
      return;
    }
    boolean isBracketed = tokens.take("(");
    while (true) {
      Token imported = tokens.expectName();
      Token as = tokens.take("as") ? tokens.expectName() : imported;
      bring(tokens, scope, name, module.orElse(null), imported, as);
      if (!tokens.take(",") || (isBracketed && tokens.peek().is(")"))) {
        break;
      }
    }
    if (isBracketed) {
      tokens.expect(")");
    }
  }

  /// The name of a module, from the top. @param dots in front of it
  private String absolute(String written, int dots) {
    if (dots == 0) {
      return written;
    }
    String above = parent;
    for (int i = 1; i < dots; i++) {
      above = above.substring(0, Math.max(0, above.lastIndexOf('.')));
    }
    return above.isEmpty() || written.isEmpty() ? above + written : above + "." + written;
  }

  private static void bring(
      Tokens tokens, Scope scope, String name, @Nullable Scope module, Token imported, Token as) {
    SourcePosition position = tokens.position(imported);
    PythonValue value = module == null ? null : module.exported(imported.text()).orElse(null);
    if (value != null) {
      scope.assign(as.text(), position, value);
    } else if (isSetting(as)) {
      scope.assign(as.text(), position, new Unread(position, "is imported from '" + name + "'"));
    } else {
      scope.imported(as.text(), name + "." + imported.text());
    }
  }

  private static boolean isSetting(Token name) {
    return name.kind() == Kind.NAME && ModuleReader.isSetting(name.text());
  }
}
