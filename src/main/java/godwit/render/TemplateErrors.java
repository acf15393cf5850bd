package godwit.render;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes diagnostics of what goes wrong in templates. A mistake in a template shows on every page
/// that it makes; it is reported once, with the first of the pages and their number.
final class TemplateErrors {
  private record Mistake(
      SourcePosition position, String code, String message, @Nullable String hint) {}

  /// What helps those who program with FreeMarker, not those who write templates.
  private static final Pattern NOISE =
      Pattern.compile(
          " Help \\(latest version\\).*| \\(wrapper: [^)]*\\)| +\\[in template .*?\\]"
              + "| +\\(See FreeMarker Manual[^)]*\\)");

  private static final String READABLE = "let the user that runs godwit read it";
  private static final String LOOP = "template-loop";
  private static final String NAMES =
      "write it, or take its name out; a template is named by its path below the templates"
          + " directory, without '..'";

  private final Theme theme;
  private final Map<Mistake, SortedSet<String>> pages = new ConcurrentHashMap<>();

  TemplateErrors(Theme theme) {
    this.theme = theme;
  }

  /// @param page what was being rendered
  void add(TemplateException e, String page) {
    String message = e.getMessageWithoutStackTop();
    String hint = null;
    if (e instanceof InvalidReferenceException && e.getBlamedExpressionString() != null) {
      message = "'" + e.getBlamedExpressionString() + "' is not there or has no value";
      hint = "check its name, or give a default: ${" + e.getBlamedExpressionString() + "!\"…\"}";
    } else if (e.getCause() instanceof IOException failure) {
      switch (root(failure)) {
        case ParseException parse -> {
          add(parse, page);
          return;
        }
        case ThemeLoader.Refused refused -> {
          add(refused, page);
          return;
        }
        case TemplateNotFoundException missing -> {
          message = absence(missing.getTemplateName());
          hint = remedy(missing.getTemplateName());
        }
        case IOException unreadable -> {
          message = "the template it asks for " + words(unreadable);
          hint = hint(unreadable);
        }
      }
    }
    add(
        position(e.getTemplateSourceName(), e.getLineNumber(), e.getColumnNumber()),
        "template",
        message,
        hint,
        page);
  }

  /// A page's own template that could not be had.
  ///
  /// @param namedAt where a header or the settings name the template, or null where Godwit does
  void notLoaded(IOException e, String template, @Nullable SourcePosition namedAt, String page) {
    switch (root(e)) {
      case ParseException parse -> add(parse, page);
      case ThemeLoader.Refused refused -> add(refused, page);
      case TemplateNotFoundException ignored -> missing(template, namedAt, page);
      case MalformedTemplateNameException ignored -> missing(template, namedAt, page);
      case IOException unreadable ->
          add(
              position(template, null, null),
              "unreadable",
              "the template " + words(unreadable),
              hint(unreadable),
              page);
    }
  }

  /// FreeMarker remembers what went wrong with a template, and wraps it when it is asked again.
  private static IOException root(IOException e) {
    return e.getClass() == IOException.class && e.getCause() instanceof IOException cause
        ? root(cause)
        : e;
  }

  private void add(ParseException e, String page) {
    add(
        position(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber()),
        "template-syntax",
        e.getEditorMessage(),
        null,
        page);
  }

  private void missing(String template, @Nullable SourcePosition namedAt, String page) {
    add(
        namedAt == null ? SourcePosition.ofFile(page) : namedAt,
        "template-missing",
        absence(template),
        remedy(template),
        page);
  }

  private String absence(String template) {
    return theme.leadsOut(template)
        ? "%s/%s is a symlink that leads out of %1$s/".formatted(theme.name(), template)
        : "there is no template '" + template + "'";
  }

  private String remedy(String template) {
    return theme.leadsOut(template)
        ? "put the file itself there, or let content.templates name the directory that it is in"
        : NAMES;
  }

  private void add(ThemeLoader.Refused e, String page) {
    add(
        position(e.template(), e.line(), e.column()),
        e.code(),
        String.valueOf(e.getMessage()),
        e.hint(),
        page);
  }

  /// A file that would be copied as it is.
  void unreadableFile(String name) {
    add(
        SourcePosition.ofFile(name),
        "unreadable",
        "no permission to read the file",
        READABLE,
        name);
  }

  void outOfMemory(String template, String page) {
    add(
        position(template, null, null),
        "template-memory",
        "the template needs more memory than there is",
        "look for a text that grows without end, or give Java more memory",
        page);
  }

  private static @Nullable String hint(IOException e) {
    return e instanceof AccessDeniedException ? READABLE : null;
  }

  /// The messages of file operations hold the path and little more.
  private static String words(IOException e) {
    return e instanceof AccessDeniedException
        ? "cannot be read: no permission"
        : "cannot be read: " + e.getClass().getSimpleName();
  }

  /// A template that does not come to an end.
  ///
  /// @param place where it was stopped, or null where that is not known
  void loops(String template, RunningTemplate.@Nullable Place place, String how, String page) {
    SourcePosition position =
        place == null
            ? position(template, null, null)
            : position(place.template(), place.line(), place.column());
    add(
        position,
        LOOP,
        "the template does not come to an end: " + how,
        "look for a list without an end or a macro that calls itself",
        page);
  }

  private void add(
      SourcePosition position,
      String code,
      @Nullable String message,
      @Nullable String hint,
      String page) {
    String text =
        message == null || message.isBlank() ? "the template cannot be used" : firstLines(message);
    SortedSet<String> affected =
        pages.computeIfAbsent(new Mistake(position, code, text, hint), mistake -> new TreeSet<>());
    synchronized (affected) {
      affected.add(page);
    }
  }

  /// Hands over what was found.
  void report(Diagnostics diagnostics) {
    pages.forEach(
        (mistake, affected) -> {
          // How many pages a loop was seen on depends on how many threads there were.
          int others = mistake.code().equals(LOOP) ? 0 : affected.size() - 1;
          String first = affected.first();
          String where =
              first.equals(mistake.position().file())
                  ? ""
                  : " (rendering " + first + (others == 0 ? ")" : " and " + others + " more)");
          diagnostics.error(
              mistake.position(), mistake.code(), mistake.message() + where, mistake.hint());
        });
  }

  private SourcePosition position(
      @Nullable String template, @Nullable Integer line, @Nullable Integer column) {
    String file = template == null ? "templates" : theme.nameOf(template);
    return line == null || line < 1
        ? SourcePosition.ofFile(file)
        : new SourcePosition(file, line, column == null ? 0 : Math.max(0, column));
  }

  /// FreeMarker's messages go on with tips after an empty line.
  private static String firstLines(String message) {
    String head = message.split("\\n\\s*\\n", 2)[0];
    String line = head.replaceAll("\\s*\\n\\s*", " ").strip();
    return NOISE.matcher(line).replaceAll("").strip();
  }
}
