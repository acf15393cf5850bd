package godwit.daemon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Publishes when something becomes due.
///
/// It never waits for longer than half a minute before it looks at the clock again: a machine that
/// was suspended, or whose clock was set, is late by that much at most.
final class DueTimer implements Runnable {
  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /// How long to leave it alone after it did not work.
  static final Duration RETRY = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final ServedSite site;
  private final Publishing publishing;
  private Instant tried = Instant.MIN;
  private boolean woken;

  /// Publishes what is due.
  interface Publishing {
    /// Does not wait for the end. @return whether there is a publish now
    boolean publish();
  }

  DueTimer(InstantSource clock, ServedSite site, Publishing publishing) {
    this.clock = clock;
    this.site = site;
    this.publishing = publishing;
  }

  /// Looks at the clock, and publishes if something is due.
  ///
  /// @return how long to wait before looking again
  Duration tick() {
    Instant now = clock.instant();
    Optional<Instant> next = site.due().schedule().nextAfter(site.due().asOf());
    if (next.isEmpty()) {
      return LONGEST_WAIT;
    }
    if (next.get().isAfter(now)) {
      Duration left = Duration.between(now, next.get());
      return left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
    }
    boolean justTried = tried.isBefore(now) && now.isBefore(tried.plus(RETRY));
    if (!justTried && publishing.publish()) {
      tried = now;
    }
    return LONGEST_WAIT;
  }

  /// Has the timer look at once: the schedule is another one.
  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  @Override
  public void run() {
    while (true) {
      Duration wait = tick();
      synchronized (this) {
        try {
          if (!woken) {
            wait(wait.toMillis() + 1);
          }
        } catch (InterruptedException e) {
          return; // the daemon stops
        }
        woken = false;
      }
    }
  }
}
