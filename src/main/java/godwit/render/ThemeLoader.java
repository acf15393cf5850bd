package godwit.render;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hands FreeMarker the templates of a [Theme], and none that uses a built-in which runs text as
/// code.
final class ThemeLoader implements TemplateLoader {
  /// A template uses what is refused.
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;
    private final String template;
    private final int line;
    private final int column;

    Refused(String template, int line, int column, String builtIn) {
      super("?" + builtIn + " is not allowed in templates");
      this.template = template;
      this.line = line;
      this.column = column;
    }

    String template() {
      return template;
    }

    int line() {
      return line;
    }

    int column() {
      return column;
    }
  }

  private static final Pattern COMMENT = Pattern.compile("<#--.*?-->", Pattern.DOTALL);
  private static final Pattern REFUSED =
      Pattern.compile("\\?\\s*(eval_json|evalJson|eval|interpret|api|new)\\b");

  private final Theme theme;

  ThemeLoader(Theme theme) {
    this.theme = theme;
  }

  @Override
  public @Nullable Object findTemplateSource(String name) {
    return theme.has(name) ? name : null;
  }

  /// One build reads each template once, so that all its pages are made by the same text.
  @Override
  public long getLastModified(Object source) {
    return 0;
  }

  @Override
  public Reader getReader(Object source, String encoding) throws IOException {
    String name = (String) source;
    String text = new String(theme.read(name), StandardCharsets.UTF_8);
    refuse(name, text);
    return new StringReader(text);
  }

  @Override
  public void closeTemplateSource(Object source) {}

  private static void refuse(String name, String text) throws Refused {
    if (text.indexOf('?') < 0) {
      return;
    }
    // Comments become blanks, so that positions stay.
    String code =
        COMMENT
            .matcher(text)
            .replaceAll(m -> Matcher.quoteReplacement(m.group().replaceAll("[^\\n]", " ")));
    Matcher refused = REFUSED.matcher(code);
    while (refused.find()) {
      if (isInCode(code, refused.start())) {
        String before = code.substring(0, refused.start());
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        throw new Refused(name, line, before.length() - before.lastIndexOf('\n'), refused.group(1));
      }
    }
  }

  /// Whether a place is within `${…}`, `<#…>` or `<@…>` and not in the text around them.
  private static boolean isInCode(String code, int at) {
    int interpolation = code.lastIndexOf("${", at);
    int directive = Math.max(code.lastIndexOf("<#", at), code.lastIndexOf("<@", at));
    return (interpolation >= 0 && code.indexOf('}', interpolation) > at)
        || (directive >= 0 && !code.substring(directive, at).contains(">\n"));
  }
}
