package godwit.build;

/// Is told how far a build is. Any of its threads may call.
@FunctionalInterface
public interface BuildListener {
  /// The parts of a build that take long.
  enum Stage {
    READ,
    RENDER
  }

  /// @param done how many of `total` are done in this stage
  void progress(Stage stage, int done, int total);

  /// Listens to nothing.
  static BuildListener none() {
    return (stage, done, total) -> {};
  }
}
