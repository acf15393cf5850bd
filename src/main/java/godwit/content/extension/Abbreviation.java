package godwit.content.extension;

import org.commonmark.node.CustomNode;

/// An abbreviation in the text, which is its child.
public final class Abbreviation extends CustomNode {
  private final String meaning;

  Abbreviation(String meaning) {
    this.meaning = meaning;
  }

  /// What it stands for.
  public String meaning() {
    return meaning;
  }
}
