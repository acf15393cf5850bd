package godwit.importer.python;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of a Python file into text: UTF-8, unless its first lines say otherwise (PEP
/// 263).
final class SourceDecoding {
  private static final int MOST_BYTES = 1 << 20;
  private static final String CONVERT =
      "if it is UTF-16, convert it to UTF-8: iconv -f utf-16 -t utf-8";
  private static final Pattern DECLARATION =
      Pattern.compile("\\A(?:[ \\t\\f]*(?:#.*)?\\n)?[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");

  private SourceDecoding() {}

  /// The text, each line with `\n` at its end.
  static String text(Path path, String file) throws PythonException, IOException {
    if (!Files.exists(path)) {
      throw noFile(
          file,
          "there is no such file",
          "name the directory of the blog: godwit import pelican DIRECTORY");
    }
    if (!Files.isRegularFile(path)) {
      throw noFile(file, "it is no file", "put the file of settings there");
    }
    if (Files.size(path) > MOST_BYTES) {
      String message = "it has more than " + MOST_BYTES + " bytes: this is no file of settings";
      throw noFile(file, message, "write the settings alone into it");
    }
    byte[] bytes = Files.readAllBytes(path);
    String start = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARATION.matcher(start.replace("\r\n", "\n").replace('\r', '\n'));
    Charset charset =
        declared.lookingAt() ? charset(declared.group(1), file) : StandardCharsets.UTF_8;
    String text = decoded(bytes, charset, file).replace("\r\n", "\n").replace('\r', '\n');
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw wrong(position(file, text, nul), "it holds a NUL: this is no text", CONVERT);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /// Python's names for encodings differ from Java's in their hyphens.
  private static Charset charset(String name, String file) throws PythonException {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("^latin-", "latin");
    try {
      return Charset.forName(plain.startsWith("utf-8") ? "UTF-8" : plain);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw wrong(
          new SourcePosition(file, 1, 0),
          "unknown encoding '" + name + "'",
          "save the file as UTF-8 and take the declaration out");
    }
  }

  private static String decoded(byte[] bytes, Charset charset, String file) throws PythonException {
    CharBuffer out =
        CharBuffer.allocate((int) (bytes.length * charset.newDecoder().maxCharsPerByte()) + 1);
    CoderResult result = charset.newDecoder().decode(ByteBuffer.wrap(bytes), out, true);
    out.flip();
    if (result.isError()) {
      throw wrong(
          position(file, out.toString(), out.length()),
          "it is not " + charset.name(),
          isUtf16(bytes)
              ? CONVERT
              : "convert it to UTF-8, or name its encoding in the first line: # coding: latin-1");
    }
    return out.toString();
  }

  /// Whether it begins with the mark of UTF-16.
  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }

  private static SourcePosition position(String file, String text, int offset) {
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new SourcePosition(file, line, offset - before.lastIndexOf('\n'));
  }

  private static PythonException noFile(String file, String message, String hint) {
    return new PythonException(
        new Diagnostic(Severity.ERROR, "import-file", SourcePosition.ofFile(file), message, hint));
  }

  private static PythonException wrong(
      SourcePosition position, String message, @Nullable String hint) {
    return new PythonException(
        new Diagnostic(Severity.ERROR, "import-encoding", position, message, hint));
  }
}
