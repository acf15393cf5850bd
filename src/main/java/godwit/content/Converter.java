package godwit.content;

import godwit.config.ReaderSettings;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.process.ChildProcess;
import godwit.process.TemporaryFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Has a program turn a file into an HTML document: the file's text is on its standard input, and
/// its working directory is the file's, so that what the text includes is looked for there.
final class Converter {
  /// How many bytes of messages are read.
  private static final int MOST_MESSAGES = 64 << 10;

  private final ReaderSettings.Converter settings;

  Converter(ReaderSettings.Converter settings) {
    this.settings = settings;
  }

  /// @param diagnostics receives what the program says of the text, and why it failed
  /// @return the HTML, or null if there is none to be used
  @Nullable String convert(SourceFile file, SourceText source, Diagnostics diagnostics) {
    SourcePosition position = SourcePosition.ofFile(file.name());
    try (TemporaryFile input = TemporaryFile.make();
        TemporaryFile output = TemporaryFile.make();
        TemporaryFile errors = TemporaryFile.make()) {
      write(source.text(), input);
      Path folder = file.file().resolveSibling("").toAbsolutePath();
      Optional<ChildProcess.Failure> failure =
          new ChildProcess(settings.command(), folder, settings.timeout())
              .run(input.path(), output, errors, Map.of());
      if (failure.isPresent() && !failure.get().isStarted()) {
        diagnostics.error(
            settings.position(),
            "converter",
            "'" + settings.command().getFirst() + "': " + failure.get().words(),
            "install it (rst2html5 is in python3-docutils), or name the program by its whole path");
        return null;
      }
      boolean explained =
          ConverterMessages.report(
              errors.end(MOST_MESSAGES), source, failure.isPresent(), diagnostics);
      if (failure.isPresent()) {
        if (!explained) {
          fail(failure.get().words(), errors.end(MOST_MESSAGES), position, diagnostics);
        }
        return null;
      }
      return html(output, position, diagnostics);
    } catch (IOException e) {
      diagnostics.error(
          position,
          "converter",
          "there is no room for what the converter reads and prints: " + e.getMessage(),
          "make room in the directory for temporary files");
      return null;
    }
  }

  private static void write(String text, TemporaryFile input) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      input.channel().write(bytes);
    }
  }

  private void fail(
      String words, String messages, SourcePosition position, Diagnostics diagnostics) {
    String last = messages.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
    diagnostics.error(
        position,
        "converter",
        "'%s': %s".formatted(String.join(" ", settings.command()), words)
            + (last.isEmpty() ? "" : "; it printed last: " + last.strip()),
        "run it by hand with the file on its standard input");
  }

  private @Nullable String html(
      TemporaryFile output, SourcePosition position, Diagnostics diagnostics) throws IOException {
    byte[] bytes = Files.readAllBytes(output.path());
    try {
      String html = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (!html.isBlank()) {
        return html.replace(LinkCollector.MARK, "\uFFFD"); // as in texts
      }
      fail("it printed nothing", "", position, diagnostics);
    } catch (CharacterCodingException e) {
      fail("what it printed is not UTF-8", "", position, diagnostics);
    }
    return null;
  }
}
