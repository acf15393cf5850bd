package godwit.config;

/// What may stand on the right of a key in `godwit.toml`.
public enum ValueType {
  TEXT("string", "a string"),
  /// A string with fields, see [UrlPattern].
  PATTERN("pattern", "a string"),
  NUMBER("number", "an integer"),
  /// A number, or the string `none`.
  NUMBER_OR_NONE("number or `\"none\"`", "an integer or \"none\""),
  SWITCH("true or false", "true or false"),
  LIST("list of strings", "an array of strings"),
  TEXTS("string or list of strings", "a string or an array of strings"),
  PAIRS("list of pairs", "an array of arrays of two strings"),
  TABLE("table", "a table"),
  TABLES("list of tables", "an array of tables");

  private final String label;
  private final String expectation;

  ValueType(String label, String expectation) {
    this.label = label;
    this.expectation = expectation;
  }

  /// The word for this type in the manual, such as `list of strings`.
  public String label() {
    return label;
  }

  /// The words for it in an error, such as `an array of strings`.
  String expectation() {
    return expectation;
  }
}
