package godwit.render;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Hands FreeMarker the templates of a [Theme], and none that uses a built-in which runs text as
/// code.
final class ThemeLoader implements TemplateLoader {
  /// A template is not taken as it is.
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;
    private final String template;
    private final int line;
    private final int column;
    private final String code;
    private final String hint;

    Refused(String template, String before, String code, String message, String hint) {
      super(message);
      this.template = template;
      this.line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      this.column = before.length() - before.lastIndexOf('\n');
      this.code = code;
      this.hint = hint;
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

    String code() {
      return code;
    }

    String hint() {
      return hint;
    }
  }

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
    String text = decode(name, theme.read(name));
    RefusedBuiltIns.Found found = RefusedBuiltIns.find(text);
    if (found != null) {
      throw new Refused(
          name,
          text.substring(0, found.offset()),
          "template-refused",
          "?" + found.name() + " is not allowed in templates",
          "templates only show what they are given; make a macro or a function instead");
    }
    return new StringReader(text);
  }

  @Override
  public void closeTemplateSource(Object source) {}

  private static String decode(String name, byte[] bytes) throws Refused {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
    String decoded = text.flip().toString();
    if (result.isError()) {
      throw new Refused(
          name,
          decoded,
          "encoding",
          "the template is not UTF-8",
          "convert it, for example with: iconv -f ISO-8859-1 -t UTF-8");
    }
    return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
  }
}
