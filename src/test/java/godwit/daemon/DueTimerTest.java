package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.BuildListener;
import godwit.control.BuildChoices;
import godwit.control.PublishOrder;
import godwit.control.ScheduleResult;
import godwit.diagnostic.Diagnostics;
import godwit.publish.Schedule;
import godwit.testing.MemorySink;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// When what is due appears.
class DueTimerTest extends DueScenario {
  @Test
  void whatIsDueAppearsAtItsSecond() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    publish(USUAL);
    now = Instant.parse("2026-05-01T06:59:45Z");

    assertThat(timer.tick()).isEqualTo(Duration.ofSeconds(15));
    assertThat(isLive("new")).isFalse();

    now = Instant.parse("2026-05-01T07:00:00Z");
    timer.tick();
    assertThat(isLive("new")).isTrue();
  }

  @Test
  void whatExpiresIsTakenDown() throws IOException {
    article("offer", "Date: 2026-04-01\nExpires: 2026-05-02 12:00");
    publish(USUAL);
    assertThat(isLive("offer")).isTrue();

    now = Instant.parse("2026-05-02T10:00:00Z");
    timer.tick();
    assertThat(isLive("offer")).isFalse();
  }

  @Test
  void itNeverWaitsLongerThanHalfAMinuteAndCatchesUpAfterASuspend() throws IOException {
    article("new", "Date: 2026-05-03 09:00");
    publish(USUAL);
    assertThat(timer.tick()).isEqualTo(Duration.ofSeconds(30));

    now = Instant.parse("2026-05-04T03:00:00Z"); // asleep for a day
    timer.tick();
    assertThat(isLive("new")).isTrue();
  }

  @Test
  void whatFellDueWhileItWasDownAppearsAtStart() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    publish(USUAL);
    now = Instant.parse("2026-05-02T00:00:00Z");
    restart();
    site.look(BuildListener.none());

    timer.tick();

    assertThat(isLive("new")).isTrue();
  }

  @Test
  void aStartPublishesNothingThatIsNotDue() throws IOException {
    publish(USUAL);
    article("edited", "Date: 2026-04-01");
    now = Instant.parse("2026-05-02T00:00:00Z");
    restart();
    site.look(BuildListener.none());

    timer.tick();

    assertThat(isLive("edited")).isFalse();
  }

  @Test
  void inTheGapOfSpringAndTheOverlapOfAutumn() throws IOException {
    now = Instant.parse("2026-03-29T00:00:00Z");
    article("gap", "Date: 2026-03-29 02:30"); // there is no such time: 03:30 of summer
    article("overlap", "Date: 2026-10-25 02:30"); // there are two: that of standard time
    publish(USUAL);

    now = Instant.parse("2026-03-29T01:29:59Z");
    assertThat(timer.tick()).isEqualTo(Duration.ofSeconds(1));
    assertThat(isLive("gap")).isFalse();
    now = Instant.parse("2026-03-29T01:30:00Z");
    timer.tick();
    assertThat(isLive("gap")).isTrue();

    now = Instant.parse("2026-10-25T00:30:00Z"); // 02:30 of summer time
    timer.tick();
    assertThat(isLive("overlap")).isFalse();
    now = Instant.parse("2026-10-25T01:30:00Z");
    timer.tick();
    assertThat(isLive("overlap")).isTrue();
  }

  @Test
  void whatCannotBePublishedIsTriedAgainAfterAMinute() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    publish(USUAL);
    files.article("broken.md", "Title: Broken\nDate: 2026-04-01\n\n[x]({filename}no.md)\n");
    now = Instant.parse("2026-05-01T07:00:00Z");
    timer.tick();
    Files.delete(directory.resolve("content/broken.md"));

    now = now.plusSeconds(30);
    timer.tick();
    assertThat(isLive("new")).isFalse();
    now = now.plusSeconds(30);
    timer.tick();
    assertThat(isLive("new")).isTrue();
  }

  @Test
  void whatWasRefusedIsDueStillWhateverIsAskedMeanwhile() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    publish(USUAL);
    breakIt();
    now = DUE;
    timer.tick();
    mend();

    now = DUE.plusSeconds(10);
    ScheduleResult told = site.schedule(BuildListener.none());
    site.assemble(BuildChoices.usual(), new Diagnostics(), BuildListener.none());
    site.build(BuildChoices.usual(), BuildListener.none()).run(new MemorySink());

    assertThat(told.schedule().items()).extracting(Schedule.Item::source).containsExactly(NEW);
    now = DUE.plus(DueTimer.RETRY);
    timer.tick();
    assertThat(isLive("new")).isTrue();
  }

  @Test
  void aDryRunPublishesNothingAndSoMovesNothingOn() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    publish(USUAL);
    now = DUE;
    publish(new PublishOrder(BuildChoices.usual(), Set.of(), true));

    timer.tick();
    assertThat(isLive("new")).isTrue();
  }

  @Test
  void oneThatIsDueSoonAfterAnotherIsNotLate() throws IOException {
    article("new", "Date: 2026-05-01 09:00:00");
    article("next", "Date: 2026-05-01 09:00:20");
    publish(USUAL);
    now = DUE;
    assertThat(timer.tick()).isEqualTo(Duration.ofSeconds(20));
    assertThat(isLive("new")).isTrue();

    now = DUE.plusSeconds(20);
    timer.tick();
    assertThat(isLive("next")).isTrue();
  }

  @Test
  void afterAFailedTryTheNextOneIsAtTheMinuteOrWhenMoreIsDue() throws IOException {
    article("new", "Date: 2026-05-01 09:00:00");
    article("next", "Date: 2026-05-01 09:00:20");
    publish(USUAL);
    breakIt();
    now = DUE;
    assertThat(timer.tick()).isEqualTo(Duration.ofSeconds(20));
    now = DUE.plusSeconds(20);
    timer.tick();
    now = DUE.plusSeconds(70);
    mend();

    assertThat(timer.tick()).isEqualTo(Duration.ofSeconds(10));
    assertThat(isLive("next")).isFalse();
    now = DUE.plusSeconds(80);
    timer.tick();
    assertThat(isLive("new")).isTrue();
    assertThat(isLive("next")).isTrue();
  }

  @Test
  void whatNoPublishHasSeenDoesNotAppearAndIsToldSo() throws IOException {
    article("seen", "Date: 2026-05-01 09:00");
    publish(USUAL);
    article("new", "Date: 2026-05-01 08:00");

    ScheduleResult told = site.schedule(BuildListener.none());
    assertThat(told.unseen()).extracting(Schedule.Item::source).containsExactly(NEW);
    assertThat(told.schedule().items())
        .extracting(Schedule.Item::source)
        .containsExactly(NEW, "content/seen.md");
    now = DUE.minus(Duration.ofMinutes(30));
    assertThat(timer.tick()).isEqualTo(DueTimer.LONGEST_WAIT);
    assertThat(isLive("new")).isFalse();

    publish(USUAL);
    assertThat(site.schedule(BuildListener.none()).unseen()).isEmpty();
  }
}
