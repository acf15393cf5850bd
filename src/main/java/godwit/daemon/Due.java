package godwit.daemon;

import godwit.publish.GivenTime;
import godwit.publish.Schedule;
import godwit.release.Release;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is to be published by the clock, as the last publish has seen it. Only a publish that has
/// worked, and a rollback, move it on: what was refused is due still.
///
/// @param since what is due later than this is not live yet
/// @param release the id of the release for which that holds; empty if there is none
record Due(Instant since, Schedule schedule, Optional<String> release) {
  static final Due NOTHING = new Due(Instant.EPOCH, new Schedule(List.of()), Optional.empty());

  /// From when on what is due is not in what is live.
  ///
  /// After a rollback that is the present: what was due before it is what was gone back from, and
  /// the one who went back is not to be overruled.
  ///
  /// @param releases newest first
  static Instant since(List<Release> releases, Instant now) {
    Optional<Release> live = live(releases);
    if (live.isEmpty()) {
      return now;
    }
    Release release = live.get();
    Instant judged = GivenTime.isOf(release) ? release.by().since() : release.asOf();
    boolean isGoneBackTo = !release.equals(releases.getFirst());
    return isGoneBackTo && judged.isBefore(now) ? now : judged;
  }

  static Optional<Release> live(List<Release> releases) {
    return releases.stream().filter(release -> release.state() == Release.State.LIVE).findFirst();
  }

  /// What is not live yet, or expires, the next first.
  List<Schedule.Item> items() {
    return schedule.items().stream().filter(item -> item.at().toInstant().isAfter(since)).toList();
  }

  /// What should be live by now.
  List<Schedule.Item> by(Instant now) {
    return items().stream().filter(item -> !item.at().toInstant().isAfter(now)).toList();
  }

  /// When the next one is due after an instant.
  Optional<Instant> nextAfter(Instant instant) {
    return schedule.nextAfter(instant.isBefore(since) ? since : instant);
  }

  /// The same for another release. @param other that is live by now
  Due goneOn(Instant from, Optional<String> other) {
    return new Due(from, schedule, other);
  }
}
