package godwit.content;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns what a converter prints on its standard error into diagnostics: Docutils' `<stdin>:12:
/// (WARNING/2) …` and Asciidoctor's `asciidoctor: WARNING: <stdin>: line 12: …`.
final class ConverterMessages {
  private static final Pattern DOCUTILS =
      Pattern.compile("(\\S.*?):(\\d*): \\((INFO|WARNING|ERROR|SEVERE)/\\d\\) (.*)");
  private static final Pattern ASCIIDOCTOR =
      Pattern.compile("asciidoctor: (INFO|WARNING|ERROR|FAILED): (\\S.*?): line (\\d+): (.*)");

  /// One message, with the lines below it up to an empty one.
  private record Message(String file, String line, String level, List<String> words) {}

  private ConverterMessages() {}

  /// @param hasFailed whether the program came to nothing, so that its last message is why
  /// @return whether an error was reported
  static boolean report(
      String printed, SourceText source, boolean hasFailed, Diagnostics diagnostics) {
    boolean hasErrors = false;
    Message open = null;
    boolean isOver = false;
    List<Message> messages = new ArrayList<>();
    for (String line : printed.lines().toList()) {
      Message message = message(line);
      if (message != null) {
        messages.add(message);
        open = message;
        isOver = false;
      } else if (line.isBlank()) {
        isOver = true;
      } else if (open != null && !isOver) {
        open.words().add(line.strip());
      } else if (open == null && !hasFailed) {
        messages.add(new Message("<stdin>", "", "WARNING", List.of(line.strip())));
      }
    }
    for (Message message : messages) {
      Diagnostic diagnostic = diagnostic(message, source);
      hasErrors |= diagnostic.severity() == Severity.ERROR;
      diagnostics.add(diagnostic);
    }
    return hasErrors;
  }

  private static @Nullable Message message(String line) {
    Matcher docutils = DOCUTILS.matcher(line);
    if (docutils.matches()) {
      return new Message(
          docutils.group(1),
          docutils.group(2),
          docutils.group(3),
          new ArrayList<>(List.of(docutils.group(4))));
    }
    Matcher other = ASCIIDOCTOR.matcher(line);
    return other.matches()
        ? new Message(
            other.group(2),
            other.group(3),
            other.group(1),
            new ArrayList<>(List.of(other.group(4))))
        : null;
  }

  /// A message of another file, which the text includes, is placed at the text.
  private static Diagnostic diagnostic(Message message, SourceText source) {
    boolean isOwn = message.file().equals("<stdin>") || message.file().equals("-");
    String said = String.join(" ", message.words()).strip();
    String words = said.isEmpty() ? "the converter warns, without words" : said;
    return new Diagnostic(
        switch (message.level()) {
          case "INFO" -> Severity.NOTICE;
          case "WARNING" -> Severity.WARNING;
          default -> Severity.ERROR;
        },
        "converter",
        isOwn && !message.line().isEmpty()
            ? source.line(message.line())
            : SourcePosition.ofFile(source.file()),
        isOwn ? words : message.file() + ":" + message.line() + ": " + words,
        null);
  }
}
