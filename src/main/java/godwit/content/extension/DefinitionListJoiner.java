package godwit.content.extension;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.PostProcessor;

/// Gives lists the terms that a paragraph before them has, and makes one list of those that stand
/// one behind the other.
final class DefinitionListJoiner implements PostProcessor {
  @Override
  public Node process(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomBlock block) {
            visitChildren(block);
            if (block instanceof DefinitionList list) {
              join(list);
            }
          }

          // No block is in one.
          @Override
          public void visit(Paragraph paragraph) {}
        });
    return document;
  }

  private static void join(DefinitionList list) {
    if (list.getFirstChild() instanceof Definition
        && list.getPrevious() instanceof Paragraph paragraph) {
      addTerms(paragraph, list);
      paragraph.unlink();
    }
    if (list.getPrevious() instanceof DefinitionList before) {
      while (list.getFirstChild() != null) {
        before.appendChild(list.getFirstChild());
      }
      list.unlink();
    }
  }

  /// Makes a term of each line of a paragraph.
  private static void addTerms(Paragraph paragraph, DefinitionList list) {
    Node definition = list.getFirstChild();
    DefinitionTerm term = new DefinitionTerm();
    term.setSourceSpans(paragraph.getSourceSpans());
    while (paragraph.getFirstChild() != null) {
      Node node = paragraph.getFirstChild();
      if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        node.unlink();
        definition.insertBefore(term);
        term = new DefinitionTerm();
        term.setSourceSpans(paragraph.getSourceSpans());
      } else {
        term.appendChild(node);
      }
    }
    definition.insertBefore(term);
  }
}
