package godwit.content.extension;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/// Reads a list: its terms, and from line to line whether it goes on.
final class DefinitionListParser extends AbstractBlockParser {
  /// A term and the line that it is read from.
  private record Term(DefinitionTerm node, SourceLine line) {}

  private final DefinitionList list = new DefinitionList();
  private final List<Term> terms = new ArrayList<>();
  private boolean isAfterBlank;
  private boolean isSeparate;

  /// @param lines the terms of the first definition; none where a paragraph before has them
  DefinitionListParser(SourceLines lines) {
    for (SourceLine line : lines.getLines()) {
      Term term = new Term(new DefinitionTerm(), line);
      if (line.getSourceSpan() != null) {
        term.node().addSourceSpan(line.getSourceSpan());
      }
      list.appendChild(term.node());
      terms.add(term);
    }
  }

  @Override
  public Block getBlock() {
    return list;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block block) {
    return block instanceof Definition;
  }

  /// As a list has no marks of its own, it goes on until something comes that is no definition.
  @Override
  public BlockContinue tryContinue(ParserState state) {
    isSeparate = isAfterBlank && !state.isBlank();
    isAfterBlank = state.isBlank();
    return BlockContinue.atIndex(state.getIndex());
  }

  /// Whether the line that is being read comes after an empty one.
  boolean isSeparate() {
    return isSeparate;
  }

  @Override
  public void parseInlines(InlineParser parser) {
    terms.forEach(term -> parser.parse(SourceLines.of(term.line()), term.node()));
  }
}
