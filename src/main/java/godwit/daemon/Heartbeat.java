package godwit.daemon;

import java.time.Duration;

/// Has those who wait for the daemon hear from time to time that it is there, so that neither they
/// nor what is between take the connection for dead. Goes on until its thread is interrupted.
final class Heartbeat implements Runnable {
  /// For who follows a command.
  static final Duration FOLLOWERS = Duration.ofSeconds(10);

  /// For who listens to events.
  static final Duration LISTENERS = Duration.ofSeconds(15);

  /// Divides both.
  private static final Duration STEP = Duration.ofSeconds(5);

  /// Lets time go by.
  interface Pause {
    void pause(Duration time) throws InterruptedException;
  }

  private final Pause pause;
  private final Runnable followers;
  private final Runnable listeners;

  /// @param followers is run every [#FOLLOWERS]
  /// @param listeners is run every [#LISTENERS]
  Heartbeat(Pause pause, Runnable followers, Runnable listeners) {
    this.pause = pause;
    this.followers = followers;
    this.listeners = listeners;
  }

  @Override
  public void run() {
    try {
      for (Duration time = STEP; ; time = time.plus(STEP)) {
        pause.pause(STEP);
        beat(time, FOLLOWERS, followers);
        beat(time, LISTENERS, listeners);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the daemon stops
    }
  }

  private static void beat(Duration time, Duration every, Runnable told) {
    if (time.toSeconds() % every.toSeconds() == 0) {
      told.run();
    }
  }
}
