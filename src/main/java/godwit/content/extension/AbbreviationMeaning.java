package godwit.content.extension;

import org.commonmark.node.CustomBlock;

/// The line that says what an abbreviation stands for. It leaves the document with the parser.
final class AbbreviationMeaning extends CustomBlock {
  private final String name;
  private final String meaning;

  AbbreviationMeaning(String name, String meaning) {
    this.name = name;
    this.meaning = meaning;
  }

  String name() {
    return name;
  }

  String meaning() {
    return meaning;
  }
}
