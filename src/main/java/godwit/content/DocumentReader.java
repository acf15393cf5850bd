package godwit.content;

import godwit.config.ReaderSettings;
import godwit.config.SiteConfig;
import godwit.config.Status;
import godwit.config.Substitution.TooManySteps;
import godwit.config.SummarySettings;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one source file into a [Document]. One instance serves every thread.
public final class DocumentReader {
  /// How often a file is read again that changes while it is read.
  private static final int READINGS = 5;

  private final SiteConfig config;
  private final Markdown markdown;
  private final FrontMatterReader frontMatterReader;

  public DocumentReader(SiteConfig config) {
    this.config = config;
    this.markdown = new Markdown(config.markdown(), config.site().url());
    this.frontMatterReader = new FrontMatterReader(config);
  }

  /// @return empty if the file cannot be read or used; the reason is among the diagnostics
  public Optional<Document> read(SourceFile file, Diagnostics diagnostics) {
    byte[] bytes = bytes(file, diagnostics);
    return bytes == null ? Optional.empty() : read(file, bytes, diagnostics);
  }

  /// @param bytes of the file
  /// @return as the other
  Optional<Document> read(SourceFile file, byte[] bytes, Diagnostics diagnostics) {
    String decoded = decode(file, bytes, diagnostics);
    if (decoded == null) {
      return Optional.empty();
    }
    SourceText source = new SourceText(file.name(), decoded);
    try {
      Optional<ReaderSettings.Converter> converter = config.readers().of(file.path());
      if (converter.isPresent()) {
        return Optional.ofNullable(converted(file, source, converter.get(), diagnostics));
      }
      Document document =
          file.isHtml() ? html(file, source, diagnostics) : markdown(file, source, diagnostics);
      return Optional.ofNullable(document);
    } catch (StackOverflowError e) { // the readers of every format nest as their texts do
      diagnostics.error(
          SourcePosition.ofFile(file.name()),
          "nesting",
          "it is nested too deeply",
          "look for thousands of brackets, quotes or lists within each other");
      return Optional.empty();
    } catch (TooManySteps e) {
      diagnostics.error(
          SourcePosition.ofFile(file.name()),
          "endless",
          e.message() + " on the name of this file",
          "simplify content.filename-metadata or content.path-metadata in godwit.toml");
      return Optional.empty();
    } catch (Markdown.TableTooLarge e) {
      diagnostics.error(
          SourcePosition.ofFile(file.name()),
          "table",
          "a table has more than a million cells",
          "divide it; a row has as many cells as the head, however few are written");
      return Optional.empty();
    } catch (OutOfMemoryError e) {
      diagnostics.error(
          SourcePosition.ofFile(file.name()),
          "memory",
          "there is not enough memory to read it",
          "give Java more memory, or divide the text");
      return Optional.empty();
    }
  }

  private @Nullable Document markdown(SourceFile file, SourceText source, Diagnostics diagnostics)
      throws TooManySteps {
    Diagnostics found = new Diagnostics();
    HeaderReader.Header header = HeaderReader.read(source, found);
    diagnostics.addAll(found.sorted());
    if (found.hasErrors()) {
      frontMatterReader.check(header.metadata(), diagnostics);
      return null;
    }
    Metadata metadata = header.metadata().orElse(frontMatterReader.fromPath(file));
    boolean isHeadingFirst = config.content().metadata().isHeadingFirst();
    Metadata before = isHeadingFirst ? header.metadata() : metadata;
    boolean takeTitle = before.text("title") == null;
    Markdown.Result text =
        markdown.read(source, header.bodyOffset(), takeTitle, config.llms().copies());
    FrontMatter frontMatter = frontMatterReader.read(file, metadata, text.title(), diagnostics);
    if (frontMatter == null) {
      return null;
    }
    if (frontMatter.status() == Status.SKIP) {
      return skipped(file, frontMatter);
    }
    for (SourcePosition position : text.unreadLinks()) {
      diagnostics.warning(
          position,
          "no-link",
          "this stays text, and no link: its address has a space or goes on in the next line",
          "write the address in one piece, a space as %20");
    }
    for (Markdown.Unread unread : text.unreadMarkup()) {
      diagnostics.warning(
          unread.position(), "unread-markup", unread.kind().message(), unread.kind().hint());
    }
    Body summary = summary(source, metadata, text.body(), text.moreOffset());
    return new Document(
        file,
        frontMatter,
        text.body(),
        summary,
        formatted(source, metadata),
        text.headings(),
        text.anchors(),
        WordCount.of(text.body().html()),
        text.source());
  }

  private @Nullable Document html(SourceFile file, SourceText source, Diagnostics diagnostics)
      throws TooManySteps {
    HtmlReader.Result read = HtmlReader.read(source, config.site().url());
    Metadata metadata = read.metadata().orElse(frontMatterReader.fromPath(file));
    FrontMatter frontMatter = frontMatterReader.read(file, metadata, null, diagnostics);
    if (frontMatter == null) {
      return null;
    }
    if (frontMatter.status() == Status.SKIP) {
      return skipped(file, frontMatter);
    }
    String given = metadata.text("summary");
    Body summary =
        given == null
            ? cut(read.body(), read.moreOffset())
            : new Body(HtmlText.escape(given), List.of());
    return new Document(
        file,
        frontMatter,
        read.body(),
        summary,
        Map.of(),
        List.of(),
        read.anchors(),
        WordCount.of(read.body().html()),
        null);
  }

  private @Nullable Document converted(
      SourceFile file,
      SourceText source,
      ReaderSettings.Converter converter,
      Diagnostics diagnostics)
      throws TooManySteps {
    String html = new Converter(converter).convert(file, source, diagnostics);
    if (html == null) {
      return null;
    }
    ConvertedText text = new ConvertedText(ConvertedPage.read(html), source, config.site().url());
    Metadata metadata = text.metadata().orElse(frontMatterReader.fromPath(file));
    FrontMatter frontMatter = frontMatterReader.read(file, metadata, null, diagnostics);
    if (frontMatter == null || frontMatter.status() == Status.SKIP) {
      return frontMatter == null ? null : skipped(file, frontMatter);
    }
    Body body = text.body();
    Map<String, Body> formatted = new HashMap<>();
    for (String name : config.content().metadata().formatted()) {
      Body field = text.field(name);
      if (field != null) {
        formatted.put(name, field);
      }
    }
    Body given = formatted.remove("summary");
    String plain = metadata.text("summary");
    Body summary =
        given != null && plain != null
            ? SummaryCutter.upTo(given, given.html().length())
            : plain != null
                ? new Body(HtmlText.escape(plain), List.of())
                : cut(body, text.moreOffset());
    return new Document(
        file,
        frontMatter,
        body,
        summary,
        formatted,
        List.of(),
        text.anchors(),
        WordCount.of(body.html()),
        null);
  }

  /// What is skipped is known only so that links to it can be told from others.
  private static Document skipped(SourceFile file, FrontMatter frontMatter) {
    return new Document(
        file, frontMatter, Body.EMPTY, Body.EMPTY, Map.of(), List.of(), List.of(), 0, null);
  }

  private Body summary(SourceText source, Metadata metadata, Body body, int moreOffset) {
    MetadataField given = metadata.field("summary");
    if (given == null || given.text().isBlank()) {
      return cut(body, moreOffset);
    }
    if (!config.content().metadata().formatted().contains("summary")) {
      return new Body(HtmlText.escape(given.text()), List.of());
    }
    Body read = formatted(source, given);
    return SummaryCutter.upTo(read, read.html().length());
  }

  /// The fields that the settings say are written in Markdown, but for the summary.
  private Map<String, Body> formatted(SourceText source, Metadata metadata) {
    Map<String, Body> formatted = new HashMap<>();
    for (String name : config.content().metadata().formatted()) {
      MetadataField field = metadata.field(name);
      if (field != null && !name.equals("summary")) {
        formatted.put(name, formatted(source, field));
      }
    }
    return formatted;
  }

  private Body formatted(SourceText source, MetadataField field) {
    SourceText text = new SourceText(source.file(), field.text());
    return at(field.position(), markdown.read(text, 0, false, false).body());
  }

  /// The links of a field stand where the field does.
  private static Body at(SourcePosition position, Body body) {
    return new Body(body.html(), body.links().stream().map(link -> link.at(position)).toList());
  }

  private Body cut(Body body, int moreOffset) {
    SummarySettings summary = config.content().summary();
    if (moreOffset >= 0) {
      return SummaryCutter.upTo(body, moreOffset);
    }
    if (summary.words() == 0) {
      return Body.EMPTY;
    }
    Body begin =
        summary.paragraphs() == 0 ? body : SummaryCutter.paragraphs(body, summary.paragraphs());
    return SummaryCutter.words(begin, summary.words(), summary.end());
  }

  /// All of a file's bytes. A file that is being written to meanwhile is read again, for a few
  /// times.
  ///
  /// @return null if it cannot be read; the reason is among the diagnostics
  static byte @Nullable [] bytes(SourceFile file, Diagnostics diagnostics) {
    try {
      BasicFileAttributes before = attributes(file);
      byte[] bytes = Files.readAllBytes(file.file());
      for (int i = 0; i < READINGS && !isSame(before, attributes(file), bytes); i++) {
        before = attributes(file);
        bytes = Files.readAllBytes(file.file());
      }
      return bytes;
    } catch (AccessDeniedException e) {
      diagnostics.error(
          SourcePosition.ofFile(file.name()),
          "unreadable",
          "no permission to read the file",
          "let the user that runs godwit read it");
    } catch (IOException e) {
      diagnostics.error(
          SourcePosition.ofFile(file.name()),
          "unreadable",
          "the file cannot be read: " + ContentScanner.reason(e),
          null);
    }
    return null;
  }

  private static BasicFileAttributes attributes(SourceFile file) throws IOException {
    return Files.readAttributes(file.file(), BasicFileAttributes.class);
  }

  private static boolean isSame(
      BasicFileAttributes before, BasicFileAttributes after, byte[] bytes) {
    return after.size() == bytes.length
        && after.lastModifiedTime().equals(before.lastModifiedTime());
  }

  private static @Nullable String decode(SourceFile file, byte[] bytes, Diagnostics diagnostics) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      diagnostics.error(
          badBytePosition(file, bytes),
          "encoding",
          "the file is not UTF-8",
          "convert it, for example with: iconv -f "
              + (hasUtf16Mark(bytes) ? "UTF-16" : "ISO-8859-1")
              + " -t UTF-8");
      return null;
    }
  }

  private static boolean hasUtf16Mark(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private static SourcePosition badBytePosition(SourceFile file, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String before = out.flip().toString();
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return result.isError()
        ? new SourcePosition(file.name(), line, column)
        : SourcePosition.ofFile(file.name());
  }
}
