package godwit.content.extension;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/// Reads the meanings of abbreviations.
final class AbbreviationParser extends AbstractBlockParser {
  private final AbbreviationMeaning meaning;

  private AbbreviationParser(AbbreviationMeaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Block getBlock() {
    return meaning;
  }

  /// It is one line.
  @Override
  public BlockContinue tryContinue(ParserState state) {
    return BlockContinue.none();
  }

  /// Finds them.
  static final class Factory extends AbstractBlockParserFactory {
    private static final int CODE_INDENT = 4;
    private static final Pattern LINE =
        Pattern.compile("\\*\\[(?<name>[^]\\\\]{1,100})] ?:[ \\t]*(?<meaning>\\S.*?)[ \\t]*");

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int start = state.getNextNonSpaceIndex();
      boolean isLikely =
          state.getIndent() < CODE_INDENT
              && start + 1 < line.length()
              && line.charAt(start) == '*'
              && line.charAt(start + 1) == '[';
      if (!isLikely) {
        return BlockStart.none();
      }
      Matcher found = LINE.matcher(line).region(start, line.length());
      if (!found.matches() || found.group("name").isBlank()) {
        return BlockStart.none();
      }
      AbbreviationMeaning meaning =
          new AbbreviationMeaning(found.group("name").strip(), found.group("meaning"));
      return BlockStart.of(new AbbreviationParser(meaning)).atIndex(line.length());
    }
  }
}
