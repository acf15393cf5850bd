package godwit.release;

import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.wrongs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The clock goes back, or stands still, between two publishes.
class ClockTest {
  private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.123Z");

  @TempDir Path directory;

  @Test
  void releasesStayInTheOrderInWhichTheyWereMade() throws IOException {
    List<String> ids = new ArrayList<>();
    for (Instant time : List.of(NOW, NOW.minus(Duration.ofDays(9)), NOW, NOW.plusSeconds(1), NOW)) {
      ids.add(publishAt(time, "release " + ids.size()).id());
    }

    assertThat(ids)
        .containsExactly(
            "20260506T070809.123Z",
            "20260427T070809.123Z",
            "20260506T070809.123Z-2",
            "20260506T070810.123Z",
            "20260506T070809.123Z-3");
    Target target = Target.open(directory);
    assertThat(target.releases(Publishing.HOLDER))
        .extracting(Release::id)
        .containsExactlyElementsOf(ids.reversed());
    assertThat(target.rollback(Publishing.HOLDER, Optional.empty(), Publishing.SITES).live().id())
        .isEqualTo(ids.get(3));
    assertThat(wrongs(directory)).isEmpty();
  }

  @Test
  void theOldestIsDroppedAndNotTheOneWithTheEarliestTime() throws IOException {
    for (int number = 0; number < 6; number++) {
      publishAt(NOW.minusSeconds(number), "release " + number);
    }

    assertThat(Target.open(directory).releases(Publishing.HOLDER))
        .extracting(Release::id)
        .containsExactly(
            "20260506T070804.123Z",
            "20260506T070805.123Z",
            "20260506T070806.123Z",
            "20260506T070807.123Z",
            "20260506T070808.123Z");
    assertThat(wrongs(directory)).isEmpty();
  }

  /// Web servers make their ETags of the time in seconds and the length, which is the same here.
  @Test
  void aChangedFileHasALaterTimeWhateverTheClockSays() throws IOException {
    Instant before = Instant.EPOCH;
    Path page = directory.resolve("html/index.html");
    for (int number = 0; number < 5; number++) {
      publishAt(NOW.minus(Duration.ofHours(number)), "release " + number);

      Instant time = Files.getLastModifiedTime(page).toInstant();
      assertThat(time).isAfter(before);
      assertThat(time.getNano()).isZero();
      assertThat(read(directory.resolve("html"))).containsValue("release " + number);
      assertThat(Files.getLastModifiedTime(directory.resolve("html/same.css")).toInstant())
          .isEqualTo("2026-05-06T07:08:09Z");
      before = time;
    }
  }

  private Published publishAt(Instant time, String page) throws IOException {
    Holder holder = new Holder(1, "tester", time, "godwit test");
    return publish(
        Target.open(directory),
        Map.of("index.html", page, "same.css", "body {}"),
        new ReleaseRequest(holder, "site", time, 5, Duration.ofDays(7)));
  }
}
