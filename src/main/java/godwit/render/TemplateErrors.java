package godwit.render;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Makes diagnostics of what goes wrong in templates. A mistake in a template shows on every page
/// that it makes; it is reported once, with the first of the pages and their number.
final class TemplateErrors {
  private record Mistake(
      SourcePosition position, String code, String message, @Nullable String hint) {}

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
    } else if (e.getCause() instanceof ParseException parse) {
      add(parse, page);
      return;
    } else if (e.getCause() instanceof ThemeLoader.Refused refused) {
      add(refused, page);
      return;
    }
    add(
        position(e.getTemplateSourceName(), e.getLineNumber(), e.getColumnNumber()),
        "template",
        message,
        hint,
        page);
  }

  void add(ParseException e, String page) {
    add(
        position(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber()),
        "template-syntax",
        e.getEditorMessage(),
        null,
        page);
  }

  void add(TemplateNotFoundException e, String page) {
    add(
        SourcePosition.ofFile(page),
        "template-missing",
        "there is no template '" + e.getTemplateName() + "'",
        "put it into the templates directory, or take 'template' out of the header",
        page);
  }

  void add(ThemeLoader.Refused e, String page) {
    add(
        position(e.template(), e.line(), e.column()),
        "template-refused",
        String.valueOf(e.getMessage()),
        null,
        page);
  }

  void unreadable(String template, String reason, String page) {
    add(
        position(template, null, null),
        "template-unreadable",
        "it cannot be read: " + reason,
        null,
        page);
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
        "template-loop",
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
          int others = affected.size() - 1;
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
    return head.replaceAll("\\s*\\n\\s*", " ").strip();
  }
}
