package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import godwit.build.BuildListener;
import godwit.control.BuildChoices;
import godwit.diagnostic.Diagnostic;
import godwit.publish.PublishResult;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of clocks that are wrong, and of times that somebody gives with `--as-of`.
class ClockAndWishTest extends DueScenario {
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
}
