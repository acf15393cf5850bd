package godwit.importer;

import godwit.config.ConfigKey;
import godwit.diagnostic.SourcePosition;
import godwit.importer.TomlValue.Texts;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes `content.texts`, and `[readers.rst]` for a blog that has reStructuredText; tells of other
/// readers.
final class ReaderKeys {
  private static final String KEY = "readers.rst.command";

  /// Docutils' settings and the options that they are, with `=` where there is a value.
  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("initial_header_level", "--initial-header-level="),
          Map.entry("syntax_highlight", "--syntax-highlight="),
          Map.entry("language_code", "--language="),
          Map.entry("smart_quotes", "--smart-quotes="),
          Map.entry("math_output", "--math-output="),
          Map.entry("footnote_references", "--footnote-references="),
          Map.entry("table_style", "--table-style="),
          Map.entry("attribution", "--attribution="),
          Map.entry("tab_width", "--tab-width="),
          Map.entry("id_prefix", "--id-prefix="),
          Map.entry("halt_level", "--halt="),
          Map.entry("report_level", "--report="),
          Map.entry("strip_comments", "--strip-comments"),
          Map.entry("cloak_email_addresses", "--cloak-email-addresses"),
          Map.entry("sectsubtitle_xform", "--section-subtitles"));

  /// Those that only say something where they are off.
  private static final Map<String, String> OFF =
      Map.of(
          "raw_enabled", "--no-raw",
          "doctitle_xform", "--no-doc-title",
          "sectnum_xform", "--no-section-numbering",
          "footnote_backlinks", "--no-footnote-backlinks",
          "toc_backlinks", "--no-toc-backlinks");

  /// What Docutils takes for some of them, and how that is said.
  private static final Map<String, Choice> CHOICES =
      Map.of(
          "initial_header_level", new Choice("[1-6]", "from 1 to 6"),
          "syntax_highlight", new Choice("long|short|none", "long or short or none"),
          "footnote_references", new Choice("brackets|superscript", "brackets or superscript"),
          "attribution", new Choice("dash|parentheses|parens|none", "dash or parentheses or none"));

  /// @param pattern of the values
  private record Choice(String pattern, String words) {}

  /// What has no effect on the text itself.
  private static final Set<String> UNNEEDED =
      Set.of(
          "embed_stylesheet",
          "stylesheet",
          "stylesheet_path",
          "stylesheet_dirs",
          "warning_stream",
          "traceback",
          "input_encoding",
          "output_encoding");

  private final Settings settings;
  private final Notes notes;
  private final Draft draft;
  private final ContentPlace place;

  ReaderKeys(Settings settings, Notes notes, Draft draft, ContentPlace place) {
    this.settings = settings;
    this.notes = notes;
    this.draft = draft;
    this.place = place;
  }

  void write() throws IOException {
    Set<String> off = new HashSet<>();
    for (Entry reader : settings.entries("READERS")) {
      String name = settings.plain("READERS", reader.key());
      if (name == null) {
        settings.wrongType("READERS", reader.key(), "an extension such as 'html'");
      } else if (reader.value().truth().equals(Optional.of(false))) {
        off.add(name);
      } else {
        tell(name, reader.key().position());
      }
    }
    List<String> read = new ArrayList<>(draft.texts(ConfigKey.CONTENT_TEXTS));
    read.removeAll(off);
    draft.put("content.texts", new Texts(read), "READERS");
    RestructuredText found = off.contains("rst") ? RestructuredText.NONE : place.restructuredText();
    List<Path> files = found.files().stream().filter(this::isRead).toList();
    if (!files.isEmpty()) {
      write(new RestructuredText(files, found.includes()));
    }
  }

  /// Whether the file is an article's or a page's by what `[content]` says so far.
  private boolean isRead(Path file) {
    Path below = Path.of(place.path()).relativize(file);
    for (Path name : below) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return !isIgnored(file)
        && (isIn(below, ConfigKey.CONTENT_ARTICLES, ConfigKey.CONTENT_ARTICLE_EXCLUDES)
            || isIn(below, ConfigKey.CONTENT_PAGES, ConfigKey.CONTENT_PAGE_EXCLUDES));
  }

  private boolean isIn(Path file, ConfigKey folders, ConfigKey excludes) {
    return draft.texts(folders).stream().anyMatch(f -> f.isEmpty() || file.startsWith(f))
        && draft.texts(excludes).stream().noneMatch(file::startsWith);
  }

  private boolean isIgnored(Path file) {
    return draft.texts(ConfigKey.CONTENT_IGNORE).stream().anyMatch(p -> matches(p, file));
  }

  private static boolean matches(String pattern, Path file) {
    return file.getFileSystem().getPathMatcher("glob:" + pattern).matches(file.getFileName());
  }

  private void tell(String name, SourcePosition position) {
    notes.plugin(
        position,
        "READERS: the reader of ." + name + " is a program of Pelican's",
        "name one that prints HTML in [readers." + name + "], or convert the files");
  }

  private void write(RestructuredText texts) {
    List<String> command = new ArrayList<>(List.of("rst2html5", "--stylesheet="));
    List<String> options = new ArrayList<>();
    boolean isInsertionOff = !texts.includes();
    for (Entry entry : settings.entries("DOCUTILS_SETTINGS")) {
      String name = settings.plain("DOCUTILS_SETTINGS", entry.key());
      boolean isFalse = entry.value().truth().equals(Optional.of(false));
      if ("file_insertion_enabled".equals(name)) {
        isInsertionOff = isFalse;
      } else if (name == null || !option(name, entry.value(), isFalse, options)) {
        notes.setting(
            entry.key().position(),
            "DOCUTILS_SETTINGS: "
                + (name == null ? "a key" : "'" + name + "'")
                + " is not taken over",
            "see 'rst2html5 --help' for the option, and write it into " + KEY);
      }
    }
    addUnlessGiven("--initial-header-level=", "2", options);
    addUnlessGiven("--syntax-highlight=", "short", options);
    String language = settings.text("DEFAULT_LANG", "en");
    if (!language.equals("en") && !language.isEmpty()) {
      addUnlessGiven("--language=", language, options);
    }
    if (isInsertionOff) {
      options.add("--no-file-insertion");
    }
    command.addAll(options);
    draft.add(KEY, new Texts(command), comments(isInsertionOff), List.of("DOCUTILS_SETTINGS"));
    Path first = texts.files().getFirst();
    int count = texts.files().size();
    notes.content(
        SourcePosition.ofFile(first.toString()),
        (count == 1 ? "one file is" : count + " files are")
            + " reStructuredText, which rst2html5 makes HTML of"
            + (count == 1 ? "" : "; this is the first"),
        "install it: apt-get install python3-docutils; [readers.rst] in godwit.toml has its"
            + " options");
  }

  private static List<String> comments(boolean isInsertionOff) {
    List<String> comments = new ArrayList<>();
    comments.add(
        "The program that makes HTML of reStructuredText; in Debian it is in python3-docutils.");
    comments.add(
        isInsertionOff
            ? "Texts may not include files; to let them, take --no-file-insertion out."
            : "Texts may include files of this machine; --no-file-insertion forbids it.");
    return comments;
  }

  private static void addUnlessGiven(String option, String value, List<String> options) {
    if (options.stream().noneMatch(given -> given.startsWith(option))) {
      options.add(option + value);
    }
  }

  /// Adds the option that a setting of Docutils is. @return whether there is one
  private boolean option(String name, PythonValue value, boolean isFalse, List<String> options) {
    String option = OPTIONS.get(name);
    if (UNNEEDED.contains(name)) {
      return true;
    }
    if (OFF.containsKey(name)) {
      if (isFalse) {
        options.add(OFF.get(name));
      }
      return value.truth().isPresent();
    }
    if (option == null) {
      return false;
    }
    if (!option.endsWith("=")) {
      if (!isFalse) {
        options.add(option);
      }
      return value.truth().isPresent();
    }
    String text =
        value instanceof Truth(var _, boolean isTrue)
            ? isTrue ? "yes" : "no"
            : settings.plain("DOCUTILS_SETTINGS", value);
    if (text == null) {
      return false;
    }
    Choice choice = CHOICES.get(name);
    if (choice != null && !text.matches(choice.pattern())) {
      notes.setting(
          value.position(),
          "DOCUTILS_SETTINGS: '%s' is %s: %s is not taken over"
              .formatted(name, choice.words(), value.shown()),
          "write the option into " + KEY + " with one of these, if it is meant");
      return true;
    }
    options.add(option + text);
    return true;
  }
}
