package godwit.daemon;

import static godwit.daemon.ServedDaemon.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.TestSite;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who waits hears that the daemon is there. Time goes by as the test says.
@Timeout(60)
class HeartbeatTest extends DaemonScenario {
  private static final String BEAT = "\n:\n\n";

  /// The daemon's seconds, of which so many may go by.
  private final Semaphore seconds = new Semaphore(0);

  private volatile CountDownLatch reached = new CountDownLatch(0);

  @Test
  void whoListensToEventsHearsOfItEveryFifteenSeconds() throws Exception {
    beat();
    try (RawClient client = daemon.client().get("/v1/events")) {
      client.until("event: hello", SOON);
      client.until("}\n\n", SOON);
      letGoBy(14);
      assertThat(client.clear().isClosed()).isFalse();
      daemon.post("/v1/reload", "");
      assertThat(client.until("event: reloaded", SOON)).doesNotContain(BEAT);
      client.until("}\n\n", SOON);
      for (int i = 0; i < 3; i++) {
        client.clear();
        letGoBy(i == 0 ? 1 : 15);
        assertThat(client.until(BEAT, SOON)).containsOnlyOnce(":\n\n").doesNotContain("event:");
      }
    }
  }

  @Test
  void whoFollowsAPublishHearsOfItEveryTenSeconds() throws Exception {
    site.file("godwit.toml", HELD);
    beat();
    try (RawClient client = daemon.client()) {
      client.send(ServedDaemon.request("POST", "/v1/publish", LINES, ""));
      client.until("\"operation\"", SOON);
      daemon.awaitState(daemon.ids("publish").getFirst(), "committed");
      letGoBy(9);
      assertThat(client.until("\"operation\"", SOON)).doesNotContain("{}\n");
      letGoBy(1);
      assertThat(client.until("{}\n", SOON)).containsOnlyOnce("{}\n");
    }
  }

  private void beat() throws Exception {
    daemon = ServedDaemon.beating(directory, InstantSource.fixed(TestSite.AS_OF), this::pause);
    daemon.awaitReady();
  }

  /// The daemon's thread comes here when it has done what was due until now.
  private void pause(Duration time) throws InterruptedException {
    for (long second = 0; second < time.toSeconds(); second++) {
      reached.countDown();
      seconds.acquire();
    }
  }

  /// Returns when the daemon has done what is due by then.
  private void letGoBy(int time) throws InterruptedException {
    for (int i = 0; i < time; i++) {
      reached = new CountDownLatch(1);
      seconds.release();
      reached.await();
    }
  }
}
