package godwit.cli;

import godwit.libc.DescriptorCalls;
import java.io.Console;
import java.util.Optional;
import java.util.OptionalInt;

/// The terminal that this process was started at.
final class Terminal {
  private static final int STANDARD_OUTPUT = 1;

  /// Of terminals that do not know their size, such as serial lines.
  private static final int USUAL_COLUMNS = 80;

  private Terminal() {}

  /// Whether a person is there: standard input and output are a terminal.
  static boolean isThere() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// How many columns it has; empty if none is there.
  static OptionalInt columns() {
    if (!isThere()) {
      return OptionalInt.empty();
    }
    int columns = DescriptorCalls.terminalColumns(STANDARD_OUTPUT);
    return OptionalInt.of(columns == 0 ? USUAL_COLUMNS : columns);
  }
}
