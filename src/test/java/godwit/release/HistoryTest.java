package godwit.release;

import static godwit.release.Publishing.HOLDER;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static godwit.release.Publishing.write;
import static godwit.release.Publishing.wrongs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a target keeps of the releases before, and how it goes back to them.
class HistoryTest {
  private static final OutputFile STYLE =
      new OutputFile(
          new OutputPath("main.0123456789abcdef.css"), OutputFile.Kind.ASSET, "the theme's main");

  @TempDir Path directory;

  @Test
  void anUnchangedFileKeepsItsTimeAndItsBytesAreNotWrittenAgain() throws IOException {
    publishAt("2026-01-01T00:00:00Z", release(1));
    FileTime first = Files.getLastModifiedTime(directory.resolve("html/same.css"));
    for (int number = 2; number < 6; number++) {
      publishAt("2026-01-0" + number + "T00:00:00Z", release(number));

      assertThat(Files.getLastModifiedTime(directory.resolve("html/same.css"))).isEqualTo(first);
      assertThat(Files.getLastModifiedTime(directory.resolve("html/index.html")).toInstant())
          .isEqualTo("2026-01-0" + number + "T00:00:00Z");
      assertThat(read(directory.resolve("html"))).isEqualTo(release(number));
      assertThat(read(directory.resolve("html.old"))).isEqualTo(release(number - 1));
    }
    assertThat(wrongs(directory)).isEmpty();
  }

  @Test
  void thereIsNothingToPublishWhereNothingChanged() throws IOException {
    publish(directory, 1);
    Map<String, Object> before = times();

    try (StagedRelease again = staged(release(1))) {
      assertThat(again.changes().isEmpty()).isTrue();
    }

    assertThat(times()).isEqualTo(before);
  }

  @Test
  void whatChangesIsTold() throws IOException {
    publish(directory, 1);

    try (StagedRelease second = staged(release(2))) {
      assertThat(second.changes().list())
          .extracting(change -> change.type() + " " + change.file().path())
          .containsExactly(
              "CHANGED a/b/c/deep.html",
              "REMOVED a/only-in-1.html",
              "ADDED a/only-in-2.html",
              "CHANGED index.html");
    }
    try (ComparedRelease second = Target.open(directory).compare(Publishing.REQUEST)) {
      Publishing.writeAll(second, release(2));
      assertThat(second.changes().list()).hasSize(4);
      assertThat(second.before(new OutputPath("index.html")).orElseThrow())
          .asString()
          .isEqualTo("release 1");
      assertThat(second.after(new OutputPath("index.html")).orElseThrow())
          .asString()
          .isEqualTo("release 2");
    }
    assertThat(read(directory.resolve("html"))).isEqualTo(release(1));
  }

  @Test
  void anotherTextOfTheSameLengthInTheSameSecondHasAnotherTime() throws IOException {
    publishAt("2026-01-01T00:00:00Z", Map.of("index.html", "one"));
    publishAt("2026-01-01T00:00:00Z", Map.of("index.html", "two"));

    assertThat(Files.getLastModifiedTime(directory.resolve("html/index.html")).toInstant())
        .isEqualTo("2026-01-01T00:00:01Z");
  }

  @Test
  void everyReleaseThatIsKeptCanBeGoneBackToByteForByte() throws IOException {
    List<String> ids = new ArrayList<>();
    for (int number = 1; number <= 7; number++) {
      ids.add(publish(directory, number).id());
    }
    for (int number : List.of(1, 6, 3, 7, 2, 2 + 2)) {
      Map<String, String> live = read(directory.resolve("html"));

      RolledBack done =
          Target.open(directory)
              .rollback(HOLDER, Optional.of(ids.get(number - 1)), Publishing.SITES);

      assertThat(done.live().id()).isEqualTo(ids.get(number - 1));
      assertThat(read(directory.resolve("html"))).isEqualTo(release(number));
      assertThat(read(directory.resolve("html.old"))).isEqualTo(live);
      assertThat(wrongs(directory)).isEmpty();
    }
    publish(directory, 8);
    assertThat(read(directory.resolve("html"))).isEqualTo(release(8));
    assertThat(wrongs(directory)).isEmpty();
  }

  @Test
  void theReleaseBeforeIsGoneBackToWithoutAWord() throws IOException {
    publish(directory, 1);
    publish(directory, 2);

    Target.open(directory).rollback(HOLDER, Optional.empty(), Publishing.SITES);
    assertThat(read(directory.resolve("html"))).isEqualTo(release(1));
    assertThat(read(directory.resolve("html.old"))).isEqualTo(release(2));

    Target.open(directory).rollback(HOLDER, Optional.empty(), Publishing.SITES);
    assertThat(read(directory.resolve("html"))).isEqualTo(release(2));
  }

  @Test
  void aBackupThatWasEditedByHandIsMadeAnewFromWhatIsStored() throws IOException {
    for (int number = 1; number <= 4; number++) {
      publish(directory, number);
    }
    Files.writeString(directory.resolve("html.old/same.css"), "edited");
    write(directory.resolve("html.old/mine.txt"), "mine");

    Target.open(directory).rollback(HOLDER, Optional.empty(), Publishing.SITES);

    assertThat(read(directory.resolve("html"))).isEqualTo(release(3));
    assertThat(read(directory.resolve("html.old"))).isEqualTo(release(4));
    assertThat(keptByHand()).contains("edited", "mine");
  }

  @Test
  void whatSomebodyPutsIntoATreeIsNeverLost() throws IOException {
    publish(directory, 1);
    write(directory.resolve("html/.well-known/proof.txt"), "mine");
    Files.writeString(directory.resolve("html/same.css"), "edited");
    assertThat(Target.open(directory).check(HOLDER))
        .extracting(finding -> finding.problem() + " " + finding.place())
        .containsExactly("CHANGED html/same.css", "UNKNOWN html/.well-known");

    for (int number = 2; number <= 5; number++) {
      publish(directory, number);
      assertThat(read(directory.resolve("html"))).isEqualTo(release(number));
    }

    assertThat(keptByHand()).containsExactlyInAnyOrder("edited", "mine");
  }

  @Test
  void asManyAreKeptAsAreAskedForAndTheStoreHoldsNoMore() throws IOException {
    for (int number = 1; number <= 9; number++) {
      ReleaseRequest request =
          new ReleaseRequest(HOLDER, "site", HOLDER.since(), 4, Duration.ofDays(7));
      publishAs(request, release(number));
    }
    assertThat(Target.open(directory).releases(HOLDER))
        .extracting(Release::state)
        .containsExactly(
            Release.State.LIVE, Release.State.BACKUP, Release.State.STORED, Release.State.STORED);
    assertThat(stored()).isEqualTo(3); // of release 6: index, deep page, the empty one
    assertThat(wrongs(directory)).isEmpty();
  }

  @Test
  void anAssetStaysReachableUntilItsTimeIsOver() throws IOException {
    publishWithStyle("2026-01-01T00:00:00Z");
    publishAt("2026-01-02T00:00:00Z", release(2));
    assertThat(directory.resolve("html/main.0123456789abcdef.css")).hasContent("body {}");
    publishAt("2026-01-08T00:00:00Z", release(3));
    assertThat(directory.resolve("html/main.0123456789abcdef.css")).hasContent("body {}");
    publishAt("2026-01-09T00:00:00Z", release(4));
    assertThat(directory.resolve("html/main.0123456789abcdef.css")).doesNotExist();
    assertThat(wrongs(directory)).isEmpty();
  }

  @Test
  void aTargetThatWasCopiedIsRecognised() throws Exception {
    publish(directory.resolve("one"), 1);
    publish(directory.resolve("one"), 2);
    Process copy =
        new ProcessBuilder("cp", "-r", "one", "other").directory(directory.toFile()).start();
    assertThat(copy.waitFor()).isZero();

    assertThat(publish(directory.resolve("other"), 3).adopted()).isFalse();
    assertThat(read(directory.resolve("other/html.old"))).isEqualTo(release(2));
  }

  @Test
  void aManifestOrAJournalThatIsDamagedOrOfTheFutureIsTold() throws IOException {
    Published first = publish(directory, 1);
    Path manifest = directory.resolve(".godwit/manifests").resolve(first.id());
    String whole = Files.readString(manifest);

    Files.writeString(manifest, whole.replace("index", "inbox"));
    assertFails("the manifest of release " + first.id() + " is damaged");
    Files.writeString(manifest, whole.replace("manifest 1", "manifest 2"));
    assertFails(
        "the manifest of release " + first.id() + " is of a kind that this Godwit does not know");
    Files.writeString(manifest, whole);

    Path journal = directory.resolve(".godwit/journal");
    String told = Files.readString(journal);
    Files.writeString(journal, told.substring(0, told.length() - 2));
    assertFails("the journal is damaged");
    Files.writeString(journal, told.replace("journal 1", "journal 2"));
    assertFails("the journal is of a kind that this Godwit does not know");

    assertThat(read(directory.resolve("html"))).isEqualTo(release(1));
    Files.delete(journal); // then the trees are known by what they hold
    assertThat(publish(directory, 2).adopted()).isFalse();
  }

  private void assertFails(String message) {
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> publish(directory, 2))
        .withMessage(message)
        .satisfies(e -> assertThat(e.remedy()).isPresent());
  }

  private void publishAt(String time, Map<String, String> content) throws IOException {
    publishAs(at(time), content);
  }

  private void publishAs(ReleaseRequest request, Map<String, String> content) throws IOException {
    try (StagedRelease release = Target.open(directory).stage(request)) {
      Publishing.writeAll(release, content);
      release.goLive();
    }
  }

  private void publishWithStyle(String time) throws IOException {
    try (StagedRelease release = Target.open(directory).stage(at(time))) {
      Publishing.writeAll(release, release(1));
      release.write(STYLE, "body {}".getBytes(StandardCharsets.UTF_8));
      release.goLive();
    }
  }

  private StagedRelease staged(Map<String, String> content) throws IOException {
    StagedRelease release = Target.open(directory).stage(at("2026-02-01T00:00:00Z"));
    Publishing.writeAll(release, content);
    return release;
  }

  private static ReleaseRequest at(String time) {
    Instant now = Instant.parse(time);
    return new ReleaseRequest(
        new Holder(1, "tester", now, "godwit test"), "site", now, 10, Duration.ofDays(7));
  }

  private List<String> keptByHand() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(".godwit/kept"))) {
      List<String> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.add(Files.readString(file));
      }
      return found;
    }
  }

  private long stored() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(".godwit/objects"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private Map<String, Object> times() throws IOException {
    Map<String, Object> times = new TreeMap<>();
    for (String tree : List.of("html", "html.old")) {
      if (Files.exists(directory.resolve(tree))) {
        try (Stream<Path> files = Files.walk(directory.resolve(tree))) {
          for (Path path : files.toList()) {
            times.put(path.toString(), Files.readAttributes(path, "unix:ino,ctime"));
          }
        }
      }
    }
    return times;
  }

  /// As `touch` leaves it, and whoever puts a file back that he had edited.
  @Test
  void whatHasAnotherTimeAndTheSameBytesIsNotLostToItsRelease() throws IOException {
    publish(directory, 1);
    String touched = publish(directory, 2).id();
    Path index = directory.resolve("html/index.html");
    Files.setLastModifiedTime(index, FileTime.from(Instant.parse("2026-02-03T04:05:06Z")));
    for (int number = 3; number <= 5; number++) {
      publish(directory, number);
    }

    assertThat(wrongs(directory)).isEmpty();
    Target.open(directory).rollback(HOLDER, Optional.of(touched), Publishing.SITES);
    assertThat(read(directory.resolve("html"))).isEqualTo(release(2));
  }
}
