package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import godwit.build.BuildListener;
import godwit.control.BuildChoices;
import godwit.control.PublishOrder;
import godwit.control.ScheduleResult;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.publish.GateRule;
import godwit.publish.GoAhead;
import godwit.publish.PublishResult;
import godwit.publish.Publisher;
import godwit.publish.Schedule;
import godwit.testing.MemorySink;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When what is due appears, by a clock that the test sets.
class DueTimerTest {
  private static final PublishOrder USUAL = new PublishOrder(BuildChoices.usual(), Set.of(), false);
  private static final Caller ANN = new Caller(4711, "ann");
  private static final String NEW = "content/new.md";

  /// When an article of 09:00 is due.
  private static final Instant DUE = Instant.parse("2026-05-01T07:00:00Z");

  @TempDir Path directory;

  private TestSite files;
  private ServedSite site;
  private DueTimer timer;
  private Instant now = Instant.parse("2026-05-01T00:00:00Z");
  private boolean works = true;

  @BeforeEach
  void makeSite() throws IOException {
    files =
        new TestSite(
            directory,
            "[site]\n"
                + "title = \"Birds\"\n"
                + "url = \"https://example.org\"\n"
                + "timezone = \"Europe/Paris\"\n");
    files.article("old.md", "Title: Old\nDate: 2026-01-01\n\nText.\n");
    restart();
  }

  /// A daemon that has just been started.
  private void restart() {
    site = new ServedSite(files.config(), () -> now);
    timer = new DueTimer(() -> now, site, this::publish);
  }

  private boolean publish() {
    try {
      return works && publish(USUAL) instanceof PublishResult;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private PublishResult publish(PublishOrder order) throws IOException {
    return site.publish(order, ANN, "godwit publish", BuildListener.none(), GoAhead.always());
  }

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
  void aClockThatGoesBackUnpublishesNothing() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    now = Instant.parse("2026-05-01T07:00:10Z");
    publish(USUAL);
    assertThat(isLive("new")).isTrue();

    now = Instant.parse("2026-05-01T06:00:10Z"); // an hour back
    timer.tick();
    article("other", "Date: 2026-04-01");
    publish(USUAL);

    assertThat(isLive("new")).isTrue();
    assertThat(isLive("other")).isTrue();
    assertThat(site.warnings(site.live())).singleElement().asString().contains("--as-of");
  }

  @Test
  void aYearAheadIsNotAReasonToPublishWithoutAnEnd() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    publish(USUAL);
    now = Instant.parse("2027-05-01T00:00:00Z");
    timer.tick();
    assertThat(isLive("new")).isTrue();

    works = false; // would be tried
    assertThat(timer.tick()).isEqualTo(DueTimer.LONGEST_WAIT);
    now = Instant.parse("2026-05-01T00:00:00Z"); // set right again
    assertThat(timer.tick()).isEqualTo(DueTimer.LONGEST_WAIT);
    assertThat(isLive("new")).isTrue();
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
  void aRollbackHoldsWhenTheDaemonIsStartedAgain() throws IOException {
    article("first", "Date: 2026-05-01 09:00");
    publish(USUAL);
    now = DUE;
    timer.tick();
    assertThat(isLive("first")).isTrue();
    article("later", "Date: 2026-05-01 11:00");
    now = DUE.plusSeconds(600);
    site.rollBack(Optional.empty(), ANN);

    restart();
    site.look(BuildListener.none());
    timer.tick();
    assertThat(isLive("first")).isFalse();

    now = DUE.plus(Duration.ofHours(2));
    timer.tick();
    assertThat(isLive("later")).isTrue();
  }

  @Test
  void aRollbackHoldsWhileTheDaemonRunsThoughSomethingWasDueBeforeIt() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    publish(USUAL);
    article("more", "Date: 2026-04-01");
    publish(USUAL);
    breakIt();
    now = DUE;
    timer.tick();
    mend();
    site.rollBack(Optional.empty(), ANN);

    now = DUE.plusSeconds(120);
    timer.tick();
    assertThat(isLive("new")).isFalse();
  }

  @Test
  void aRollbackByAnotherProcessHolds() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    publish(USUAL);
    article("more", "Date: 2026-04-01");
    publish(USUAL);
    breakIt();
    now = DUE;
    timer.tick();
    mend();
    new Publisher(files.config()).rollBack(ANN.holder("godwit rollback", now), Optional.empty());

    now = DUE.plusSeconds(120);
    timer.tick();
    assertThat(isLive("new")).isFalse();
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

  @Test
  void aTimeThatWasWishedForIsNotKeptTo() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    publish(asOf("2030-01-01T00:00:00Z"));
    assertThat(isLive("new")).isTrue();

    PublishResult plain = publish(USUAL);
    assertThat(isLive("new")).isFalse();
    assertThat(plain.diagnostics()).extracting(Diagnostic::code).doesNotContain("clock");
    now = DUE;
    timer.tick();
    assertThat(isLive("new")).isTrue();
  }

  @Test
  void whatIsDueIsPublishedAfterATimeWasWishedFor() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    article("later", "Date: 2026-06-01 09:00");
    publish(asOf("2026-05-02T00:00:00Z"));
    restart();
    site.look(BuildListener.none());
    timer.tick();
    assertThat(isLive("new")).isTrue(); // the start takes nothing back

    now = Instant.parse("2026-06-01T07:00:00Z");
    timer.tick();
    assertThat(isLive("later")).isTrue();
  }

  @Test
  void aClockThatWasAheadIsToldAndPutRightByATimeGivenByHand() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    now = Instant.parse("2027-01-01T00:00:00Z");
    publish(USUAL);
    now = Instant.parse("2026-04-30T00:00:00Z");

    assertThat(site.warnings(site.live())).hasSize(1);
    assertThat(publish(USUAL).diagnostics())
        .extracting(Diagnostic::code, Diagnostic::hint)
        .containsExactly(
            tuple(
                "clock",
                "if it is the clock that was wrong then, publish once with --as-of"
                    + " 2026-04-30T00:00:00Z"));
    assertThat(site.schedule(BuildListener.none()).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("clock");
    assertThat(
            site.compare(BuildChoices.usual(), Optional.empty(), ANN, BuildListener.none())
                .diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("clock");

    publish(asOf("2026-04-30T00:00:00Z"));
    assertThat(isLive("new")).isFalse();
    assertThat(publish(USUAL).diagnostics()).isEmpty();
    assertThat(isLive("new")).isFalse();
    assertThat(site.warnings(site.live())).isEmpty();
  }

  @Test
  void aTimeGivenByHandCountsThoughItChangesNothing() throws IOException {
    now = Instant.parse("2027-01-01T00:00:00Z");
    publish(USUAL);
    now = Instant.parse("2026-04-30T00:00:00Z");
    assertThat(publish(asOf("2026-04-30T00:00:00Z"))).isInstanceOf(PublishResult.Unchanged.class);

    article("new", "Date: 2026-05-01 09:00");
    publish(USUAL);
    assertThat(isLive("new")).isFalse();
    assertThat(site.warnings(site.live())).isEmpty();
  }

  private static PublishOrder asOf(String time) {
    BuildChoices choices = new BuildChoices(Optional.of(Instant.parse(time)), Optional.empty());
    return new PublishOrder(choices, Set.of(GateRule.MAX_REMOVED), false);
  }

  private void breakIt() throws IOException {
    files.article("broken.md", "Title: Broken\nDate: 2026-04-01\n\n[x]({filename}no.md)\n");
  }

  private void mend() throws IOException {
    Files.delete(directory.resolve("content/broken.md"));
  }

  private void article(String name, String header) throws IOException {
    files.article(name + ".md", "Title: " + name + "\n" + header + "\n\nText.\n");
  }

  private boolean isLive(String slug) throws IOException {
    return Files.readString(directory.resolve("public/html/sitemap.xml"))
        .contains("/" + slug + ".html");
  }
}
