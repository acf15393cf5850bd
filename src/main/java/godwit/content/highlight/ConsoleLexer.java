package godwit.content.highlight;

import java.util.List;

/// A session at a prompt: what follows a prompt is a command, other lines are what it printed.
final class ConsoleLexer implements Lexer {
  private final String code;
  private final List<String> prompts;
  private final Lexer commands;
  private boolean continued;

  /// A shell's session; where no line has a prompt, all of them are commands.
  static Lexer shell(String code) {
    Lexer commands = TokenMakers.lexer(Language.SHELL, code);
    ConsoleLexer session = new ConsoleLexer(code, List.of("$ ", "# ", "% ", "> "), commands);
    return code.lines().anyMatch(line -> session.promptLength(line) > 0) ? session : commands;
  }

  /// A session with Python's interpreter.
  static Lexer python(String code) {
    Lexer commands = TokenMakers.lexer(Language.PYTHON, code);
    return new ConsoleLexer(code, List.of(">>> ", "... "), commands);
  }

  /// @param prompts each with the space that ends it
  private ConsoleLexer(String code, List<String> prompts, Lexer commands) {
    this.code = code;
    this.prompts = prompts;
    this.commands = commands;
  }

  @Override
  public void line(int start, int end, SpanWriter out) {
    int command = start + promptLength(code.substring(start, end));
    out.write(TokenClass.PREPROCESSOR, start, command);
    if (command > start || continued) {
      commands.line(command, end, out);
      continued = end > command && code.charAt(end - 1) == '\\';
    } else {
      out.write(null, start, end);
    }
  }

  private int promptLength(String line) {
    for (String prompt : prompts) {
      int at = line.indexOf(prompt);
      // Before a prompt there may be who and where: 'me@host:~$ '.
      if (at == 0 || (at > 0 && line.lastIndexOf('@', at) >= 0 && line.indexOf(' ') >= at)) {
        return at + prompt.length();
      }
    }
    return 0;
  }
}
