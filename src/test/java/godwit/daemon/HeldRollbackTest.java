package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.BuildListener;
import godwit.publish.Publisher;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A rollback holds: what was due before it does not undo it.
class HeldRollbackTest extends DueScenario {
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
    makeDueInVain();
    site.rollBack(Optional.empty(), ANN);

    now = DUE.plusSeconds(120);
    timer.tick();
    assertThat(isLive("new")).isFalse();
  }

  @Test
  void aRollbackByAnotherProcessHolds() throws IOException {
    makeDueInVain();
    new Publisher(files.config()).rollBack(ANN.holder("godwit rollback", now), Optional.empty());

    now = DUE.plusSeconds(120);
    timer.tick();
    assertThat(isLive("new")).isFalse();
  }

  /// Two releases, and an article that is due and could not be published.
  private void makeDueInVain() throws IOException {
    article("new", "Date: 2026-05-01 09:00");
    publish(USUAL);
    article("more", "Date: 2026-04-01");
    publish(USUAL);
    breakIt();
    now = DUE;
    timer.tick();
    mend();
  }
}
