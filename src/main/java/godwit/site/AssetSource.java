package godwit.site;

/// A file that pages load, once it was read.
public sealed interface AssetSource {
  /// The output that has the file under its own name.
  Output.CopiedOutput plain();

  /// A file that is taken as it is.
  ///
  /// @param fingerprint of its bytes
  record Whole(Output.CopiedOutput plain, String fingerprint) implements AssetSource {}

  /// A style sheet, whose addresses are to lead to what it loads.
  record Sheet(Output.CopiedOutput plain, StyleSheet sheet) implements AssetSource {}
}
