package godwit.render;

import freemarker.core.ParseException;
import freemarker.template.utility.StringUtil;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the built-ins in a template that run text as code. FreeMarker does not let them be
/// switched off, so this tells code from text as its tokenizer does (`FTL.jj` of FreeMarker 2.3,
/// strict syntax, angle brackets) and looks for their names behind a `?`.
final class RefusedBuiltIns {
  /// @param offset of the `?` in the template
  record Found(int offset, String name) {}

  private static final Pattern NAME =
      Pattern.compile("(eval_json|evalJson|eval|interpret|api|new)\\b(?!_)");
  private static final Pattern UNPARSED = Pattern.compile("<#(no[pP]arse|comment)\\s*[>\\]]");
  private static final Pattern END = Pattern.compile("[<\\[]/#?([A-Za-z]+)\\s*[>\\]]");

  private final String text;
  private int at;

  private RefusedBuiltIns(String text) {
    this.text = text;
  }

  /// The first that a template uses, or null.
  static @Nullable Found find(String template) {
    return template.indexOf('?') < 0 && template.indexOf("\\x") < 0
        ? null
        : new RefusedBuiltIns(template).inText(true);
  }

  /// @param directives whether `<#…>` and `<@…>` are code, as they are outside of strings
  private @Nullable Found inText(boolean directives) {
    Found found = null;
    while (found == null && at < text.length()) {
      if (text.startsWith("${", at) || text.startsWith("#{", at)) {
        at += 2;
        found = inCode('}');
      } else if (!directives || text.charAt(at) != '<') {
        at++;
      } else if (text.startsWith("<#--", at)) {
        skipBehind("-->");
      } else if (text.startsWith("<@", at) || isDirective()) {
        if (!skipUnparsed()) {
          at += 2;
          found = inCode('>');
        }
      } else {
        at++;
      }
    }
    return found;
  }

  private boolean isDirective() {
    return text.startsWith("<#", at)
        && at + 2 < text.length()
        && (Character.isLetter(text.charAt(at + 2)) || text.charAt(at + 2) == '_');
  }

  /// Reads an expression up to its end.
  private @Nullable Found inCode(char end) {
    int parentheses = 0;
    int braces = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        Found found = inString(at > 0 && text.charAt(at - 1) == 'r');
        if (found != null) {
          return found;
        }
        continue;
      }
      if (isComment()) {
        skipComment();
        continue;
      }
      switch (c) {
        case '(' -> parentheses++;
        case ')' -> parentheses--;
        case '{' -> braces++;
        case '}' -> {
          if (end == '}' && braces == 0) {
            at++;
            return null;
          }
          braces--;
        }
        case '>' -> {
          if (end == '>' && parentheses <= 0 && text.charAt(at - 1) != '-') {
            at++;
            return null;
          }
        }
        case '?' -> {
          int question = at;
          if (text.startsWith("??", at)) {
            at++;
          } else if (isRefused()) {
            return new Found(question, name());
          } else {
            at = question;
          }
        }
        default -> {}
      }
      at++;
    }
    return null;
  }

  /// Reads a string literal. What is interpolated in it is code again.
  private @Nullable Found inString(boolean raw) {
    int begin = at;
    char quote = text.charAt(at++);
    while (at < text.length() && text.charAt(at) != quote) {
      at += !raw && text.charAt(at) == '\\' ? 2 : 1;
    }
    int close = Math.min(at, text.length());
    at = close + 1;
    if (raw) {
      return null;
    }
    try {
      String value = StringUtil.FTLStringLiteralDec(text.substring(begin + 1, close));
      Found found = new RefusedBuiltIns(value).inText(false);
      return found == null ? null : new Found(begin, found.name());
    } catch (ParseException e) {
      return null; // FreeMarker will say what is wrong with it
    }
  }

  private boolean isRefused() {
    at++;
    while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || isComment())) {
      if (isComment()) {
        skipComment();
      } else {
        at++;
      }
    }
    return NAME.matcher(text).region(at, text.length()).lookingAt();
  }

  private String name() {
    Matcher name = NAME.matcher(text).region(at, text.length());
    return name.lookingAt() ? name.group(1) : "";
  }

  private boolean isComment() {
    return text.startsWith("<#--", at)
        || text.startsWith("<!--", at)
        || text.startsWith("[#--", at)
        || text.startsWith("[!--", at);
  }

  private void skipComment() {
    skipBehind("-->");
  }

  private void skipBehind(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
  }

  /// Skips what stands between `<#noparse>` or `<#comment>` and its end.
  private boolean skipUnparsed() {
    Matcher begin = UNPARSED.matcher(text).region(at, text.length());
    if (!begin.lookingAt()) {
      return false;
    }
    Matcher end = END.matcher(text).region(begin.end(), text.length());
    at = text.length();
    while (end.find()) {
      if (end.group(1).equals(begin.group(1))) {
        at = end.end();
        break;
      }
    }
    return true;
  }
}
