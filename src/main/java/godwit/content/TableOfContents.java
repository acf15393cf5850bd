package godwit.content;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// The place of a table of contents: a paragraph `[TOC]`, as Python-Markdown's toc extension has
/// it. More than a few of them stay text.
final class TableOfContents extends CustomBlock {
  /// Of the element that is written for it.
  static final String CLASS = "toc";

  /// So many there may be in a document: each has all the headings.
  private static final int MOST = 10;

  /// Puts one in the place of each such paragraph at the top level of a document.
  static void mark(Node document) {
    int left = MOST;
    Node next;
    for (Node node = document.getFirstChild(); node != null; node = next) {
      next = node.getNext();
      if (left > 0 && node instanceof Paragraph && PlainText.of(node).equals("[TOC]")) {
        left--;
        TableOfContents contents = new TableOfContents();
        contents.setSourceSpans(node.getSourceSpans());
        node.insertAfter(contents);
        node.unlink();
      }
    }
  }
}
