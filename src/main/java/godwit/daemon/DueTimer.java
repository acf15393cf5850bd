package godwit.daemon;

import java.io.IOException;
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
  private Optional<Instant> tried = Optional.empty();
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
    if (isTimeToTry(site.due(), now) && isTimeToTry(dueNow(), now) && publishing.publish()) {
      tried = Optional.of(now);
    }
    return wait(site.due(), now);
  }

  private boolean isTimeToTry(Due due, Instant now) {
    return nextTry(due, now).filter(at -> !at.isAfter(now)).isPresent();
  }

  /// When something is due; where it was tried in vain, when more is due or after a while. A try
  /// that has worked has moved on what is due.
  private Optional<Instant> nextTry(Due due, Instant now) {
    Optional<Instant> next = due.nextAfter(due.since());
    Optional<Instant> failed = tried.filter(at -> !at.isAfter(now));
    if (next.isEmpty() || failed.isEmpty() || next.get().isAfter(failed.get())) {
      return next;
    }
    Instant retry = failed.get().plus(RETRY);
    return due.nextAfter(failed.get()).filter(retry::isAfter).or(() -> Optional.of(retry));
  }

  private Duration wait(Due due, Instant now) {
    Instant end = now.plus(LONGEST_WAIT);
    return Duration.between(
        now, nextTry(due, now).filter(end::isAfter).filter(now::isBefore).orElse(end));
  }

  /// The clock may wait for a target that cannot be read: whoever publishes is told why it cannot.
  private Due dueNow() {
    try {
      return site.dueNow();
    } catch (IOException e) {
      return site.due();
    }
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
