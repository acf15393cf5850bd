package godwit.importer;

import static java.util.stream.Collectors.toUnmodifiableSet;

import godwit.importer.TomlValue.Flag;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes `[markdown]`, and tells of Python-Markdown's extensions.
final class MarkdownKeys {
  private static final String NO_EXTENSION =
      "look at how the texts that use it are rendered; 'Markdown' in the manual says what is read";

  private final Settings settings;
  private final Notes notes;
  private final Draft draft;

  MarkdownKeys(Settings settings, Notes notes, Draft draft) {
    this.settings = settings;
    this.notes = notes;
    this.draft = draft;
  }

  void write() {
    boolean isSmart = settings.truth("TYPOGRIFY", false);
    for (PythonValue extension : extensions()) {
      isSmart |= tell(extension);
    }
    String name = settings.truth("TYPOGRIFY", false) ? "TYPOGRIFY" : "MARKDOWN";
    draft.put("markdown.smart-punctuation", new Flag(isSmart), name);
    boolean isUsual = settings.value("MARKDOWN").isEmpty(); // which has extra, and so footnotes
    if (isUsual || List.of("toc", "headerid", "extra", "footnotes").stream().anyMatch(this::has)) {
      draft.put("markdown.anchors", new TomlValue.Text("python-markdown"), "MARKDOWN");
    }
    if (!has("magiclink")) {
      draft.add(
          "markdown.autolinks",
          new Flag(false),
          List.of("Python-Markdown does not make links of bare addresses."),
          List.of());
    }
  }

  private boolean has(String extension) {
    return extensions().stream().anyMatch(e -> extension.equals(lastName(e)));
  }

  /// The names of all extensions. Where the settings have none, Pelican's own are all read by
  /// Godwit.
  private List<PythonValue> extensions() {
    List<PythonValue> extensions = new ArrayList<>();
    if (settings.all().containsKey("MARKDOWN")
        && settings.all().get("MARKDOWN").value() instanceof Mapping markdown) {
      markdown
          .get("extension_configs")
          .filter(Mapping.class::isInstance)
          .map(Mapping.class::cast)
          .ifPresent(
              configs -> configs.entries().stream().map(Entry::key).forEach(extensions::add));
      markdown
          .get("extensions")
          .filter(Sequence.class::isInstance)
          .map(Sequence.class::cast)
          .ifPresent(sequence -> extensions.addAll(sequence.elements()));
    }
    return extensions;
  }

  /// `toc` of `markdown.extensions.toc`; null if it has no name.
  private @Nullable String lastName(PythonValue extension) {
    String name = settings.plain("MARKDOWN", extension);
    return name == null ? null : name.replaceFirst("\\(.*", "").replaceFirst(".*[.:]", "");
  }

  /// Tells of an extension. @return whether it is the one for smart punctuation
  private boolean tell(PythonValue extension) {
    String last = lastName(extension);
    if (last == null) {
      notes.plugin(
          extension.position(), "MARKDOWN: an extension whose name cannot be read", NO_EXTENSION);
      return false;
    }
    Optional<Fate> fate = FateTable.markdownExtensions().of(last);
    if (fate.isPresent() && fate.get().kind() == Fate.Kind.SMART) {
      return true;
    }
    if (fate.isPresent() && fate.get().kind() == Fate.Kind.UNNEEDED) {
      if (!List.of("meta", "codehilite").contains(last)) {
        notes.unneeded(
            extension.position(),
            "Markdown's extension '" + last + "' is not needed",
            fate.get().words());
      }
    } else if (fate.isPresent() && fate.get().kind() == Fate.Kind.DIFFERENT) {
      notes.plugin(
          extension.position(),
          "what Markdown's extension '" + last + "' does is done in another way",
          fate.get().words());
    } else {
      notes.plugin(
          extension.position(),
          "Markdown's extension '" + last + "' has no counterpart",
          fate.map(Fate::words).orElse(NO_EXTENSION));
    }
    return false;
  }

  /// Tells of plugins.
  void tellOfPlugins() {
    pluginValues().forEach(this::tellOfPlugin);
  }

  /// The plugins by their names in the table; those that are not in it by their own.
  Set<String> plugins() {
    return pluginValues().stream()
        .map(plugin -> settings.plain("PLUGINS", plugin))
        .filter(Objects::nonNull)
        .map(MarkdownKeys::known)
        .collect(toUnmodifiableSet());
  }

  private List<PythonValue> pluginValues() {
    PythonValue plugins =
        Stream.of("PLUGINS")
            .map(settings.all()::get)
            .filter(assignment -> assignment != null)
            .map(assignment -> assignment.value())
            .findFirst()
            .orElse(null);
    if (plugins instanceof Sequence sequence) {
      return sequence.elements();
    }
    return plugins instanceof PythonValue.Text text ? List.of(text) : List.of();
  }

  private static String known(String given) {
    String name = given.replaceFirst(".*\\.", "").replace('-', '_').toLowerCase(Locale.ROOT);
    return FateTable.plugins().all().containsKey(name) ? name : name.replaceFirst("^pelican_", "");
  }

  private void tellOfPlugin(PythonValue plugin) {
    String given = settings.plain("PLUGINS", plugin);
    if (given == null) {
      notes.plugin(
          plugin.position(),
          "PLUGINS: a plugin whose name cannot be read",
          "see whether Godwit does what it did");
      return;
    }
    Fate fate = FateTable.plugins().all().get(known(given));
    if (fate == null) {
      notes.plugin(
          plugin.position(),
          "the plugin '" + given + "' is not known",
          "see whether Godwit does what it did; no plugin of Pelican is run");
    } else if (fate.kind() == Fate.Kind.UNNEEDED) {
      notes.unneeded(plugin.position(), "the plugin '" + given + "' is not needed", fate.words());
    } else if (fate.kind() == Fate.Kind.DIFFERENT) {
      notes.plugin(
          plugin.position(),
          "what the plugin '" + given + "' does is done in another way",
          fate.words());
    } else {
      notes.plugin(
          plugin.position(), "the plugin '" + given + "' has no counterpart", fate.words());
    }
  }
}
