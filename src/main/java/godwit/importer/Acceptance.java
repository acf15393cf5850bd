package godwit.importer;

import godwit.config.ConfigReader;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds the new `godwit.toml` to what its reader takes. What that refuses is left out and told: of
/// a list or a table the parts that are refused by themselves, else the whole key, which stays as a
/// comment.
final class Acceptance {
  private static final String NOT = "Not taken over: ";

  private final List<String> head;
  private final Path directory;
  private final Notes notes;

  /// @param head the comments at the top of the file
  /// @param directory the site directory
  /// @param notes gets what is left out
  Acceptance(List<String> head, Path directory, Notes notes) {
    this.head = head;
    this.directory = directory;
    this.notes = notes;
  }

  /// What of the entries the reader takes, in their order, and the others as comments.
  List<TomlEntry> of(List<TomlEntry> entries) {
    List<TomlEntry> accepted = new ArrayList<>(entries);
    // A round turns one entry more into a comment at least, or takes parts out of one.
    for (int round = 0; round <= 2 * entries.size(); round++) {
      Map<TomlEntry, Diagnostic> refused = refused(accepted);
      if (refused.isEmpty()) {
        return accepted;
      }
      refused.forEach(
          (entry, wrong) ->
              accepted.set(accepted.indexOf(entry), mended(entry, wrong, List.copyOf(accepted))));
    }
    throw new IllegalStateException("refused keys without end");
  }

  /// The entries in force that the reader refuses, with the first thing that is wrong with each.
  private Map<TomlEntry, Diagnostic> refused(List<TomlEntry> entries) {
    TomlWriter.Written written = TomlWriter.write(head, entries);
    Diagnostics diagnostics = new Diagnostics();
    ConfigReader.read(written.text(), directory, diagnostics);
    Map<TomlEntry, Diagnostic> refused = new LinkedHashMap<>();
    for (Diagnostic wrong : diagnostics.sorted()) {
      TomlEntry entry =
          written
              .entryAt(wrong.position().line())
              .filter(e -> e.refused() == null)
              .orElseThrow(() -> new IllegalStateException(wrong + "\n" + written.text()));
      refused.putIfAbsent(entry, wrong);
    }
    return refused;
  }

  private TomlEntry mended(TomlEntry entry, Diagnostic wrong, List<TomlEntry> all) {
    int size = entry.value().size();
    Map<Integer, Diagnostic> parts = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      int part = i;
      partWrong(entry, part, all).ifPresent(diagnostic -> parts.put(part, diagnostic));
    }
    Map<Integer, String> words = new LinkedHashMap<>();
    parts.forEach(
        (part, diagnostic) -> {
          words.put(part, diagnostic.message() + named(entry.value(), part, diagnostic));
          tell(entry, entry.position(part), words.get(part), diagnostic.hint());
        });
    boolean isRest = parts.size() < size || entry.value() instanceof TomlValue.Texts;
    if (!parts.isEmpty() && isRest) {
      return entry.without(words.keySet(), words.values().stream().map(w -> NOT + w).toList());
    }
    if (parts.isEmpty()) {
      String more = size > 1 ? "; none of its " + size + " entries is taken over" : "";
      tell(entry, entry.origin(), wrong.message() + more, wrong.hint());
    }
    return entry.refused(NOT + wrong.message());
  }

  /// The element of a list of texts, unless the message names it.
  private static String named(TomlValue value, int part, Diagnostic wrong) {
    return value instanceof TomlValue.Texts(var texts)
            && !wrong.message().contains("'" + texts.get(part) + "'")
        ? ": '" + texts.get(part) + "'"
        : "";
  }

  /// What is wrong with a part of an entry even if it is the only one.
  private Optional<Diagnostic> partWrong(TomlEntry entry, int part, List<TomlEntry> all) {
    TomlEntry alone = entry.only(part);
    List<TomlEntry> entries = all.stream().map(e -> e.equals(entry) ? alone : e).toList();
    return Optional.ofNullable(refused(entries).get(alone));
  }

  private void tell(
      TomlEntry entry, @Nullable SourcePosition position, String message, @Nullable String hint) {
    notes.setting(
        position == null ? SourcePosition.ofFile(PelicanImport.SETTINGS) : position,
        "not taken over"
            + (message.startsWith(entry.key()) ? "" : " as " + entry.key())
            + ": "
            + message,
        hint == null ? "write it into godwit.toml in another form" : hint);
  }
}
