package godwit.cli;

import java.io.PrintStream;

/// Says, when somebody stops this process with Ctrl-C, that the daemon goes on.
final class InterruptNotice implements AutoCloseable {
  private final Thread hook;

  /// @param text what to say
  InterruptNotice(PrintStream err, String text) {
    this.hook = new Thread(() -> err.println(text), "interrupt-notice");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is being stopped, and the notice is given.
    }
  }
}
