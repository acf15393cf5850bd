package godwit.build;

/// Looks twice a second after work that might not come to an end.
final class Watchdog implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 500;

  private final Thread thread;

  /// @param look called about twice a second until the watchdog is closed
  Watchdog(Runnable look) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("watchdog")
            .unstarted(
                () -> {
                  try {
                    while (true) {
                      Thread.sleep(INTERVAL_MILLIS);
                      look.run();
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // closed
                  }
                });
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
