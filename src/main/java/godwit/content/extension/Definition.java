package godwit.content.extension;

import org.commonmark.node.CustomBlock;

/// What the terms before it mean. Its children are blocks.
public final class Definition extends CustomBlock {
  private boolean isLoose;

  /// Whether its paragraphs are shown as such, and not as lines.
  public boolean isLoose() {
    return isLoose;
  }

  void setLoose() {
    isLoose = true;
  }
}
