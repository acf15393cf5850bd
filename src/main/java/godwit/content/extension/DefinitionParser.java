package godwit.content.extension;

import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/// Reads a definition: what is behind a colon, and what is indented as far below it.
final class DefinitionParser extends AbstractBlockParser {
  /// By how many columns code is indented (CommonMark 4.4).
  private static final int CODE_INDENT = 4;

  private final Definition definition = new Definition();
  private final int contentIndent;
  private boolean isAfterBlank;

  /// @param contentIndent by how many columns its lines are indented at least
  private DefinitionParser(int contentIndent, boolean isLoose) {
    this.contentIndent = contentIndent;
    if (isLoose) {
      definition.setLoose();
    }
  }

  @Override
  public Block getBlock() {
    return definition;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block block) {
    if (isAfterBlank) {
      definition.setLoose();
    }
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (state.isBlank()) {
      Block open = state.getActiveBlockParser().getBlock();
      isAfterBlank = open instanceof Paragraph || open instanceof Definition; // not in code
      return BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }
    return state.getIndent() >= contentIndent
        ? BlockContinue.atColumn(state.getColumn() + contentIndent)
        : BlockContinue.none();
  }

  /// Finds where definitions begin.
  static final class Factory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int colon = state.getNextNonSpaceIndex();
      if (state.getIndent() >= CODE_INDENT || line.charAt(colon) != ':') {
        return BlockStart.none();
      }
      int spaces = spaces(line, colon + 1, state.getColumn() + state.getIndent() + 1);
      if (spaces == 0) {
        return BlockStart.none();
      }
      int width = 1 + (spaces > CODE_INDENT ? 1 : spaces); // as of the marks of lists
      int contentIndent = state.getIndent() + width;
      return start(matched, contentIndent, state.getColumn() + contentIndent);
    }

    private static BlockStart start(MatchedBlockParser matched, int contentIndent, int column) {
      BlockParser parser = matched.getMatchedBlockParser();
      if (parser instanceof DefinitionListParser list) {
        Node before = list.getBlock().getLastChild();
        boolean isLoose = list.isSeparate() && before instanceof Definition d && d.isLoose();
        return BlockStart.of(new DefinitionParser(contentIndent, isLoose)).atColumn(column);
      }
      SourceLines terms = matched.getParagraphLines();
      if (!terms.isEmpty()) {
        return BlockStart.of(
                new DefinitionListParser(terms), new DefinitionParser(contentIndent, false))
            .atColumn(column)
            .replaceParagraphLines(terms.getLines().size());
      }
      if (parser.getBlock().getLastChild() instanceof Paragraph) {
        return BlockStart.of(
                new DefinitionListParser(terms), new DefinitionParser(contentIndent, true))
            .atColumn(column);
      }
      return BlockStart.none();
    }

    /// The columns of white space from a place on; 0 if nothing comes behind them.
    private static int spaces(CharSequence line, int from, int column) {
      int at = column;
      for (int i = from; i < line.length(); i++) {
        switch (line.charAt(i)) {
          case ' ' -> at++;
          case '\t' -> at += CODE_INDENT - at % CODE_INDENT;
          default -> {
            return at - column;
          }
        }
      }
      return 0;
    }
  }
}
