package godwit.release;

import static godwit.release.Publishing.HOLDER;
import static godwit.release.Publishing.SITES;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static godwit.release.Publishing.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said and done about trees that Godwit has no record of, and records that are of another
/// site's.
class UnknownTreesTest {
  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void resolve() throws IOException {
    directory = temporary.toRealPath();
  }

  @Test
  void withoutRecordsNothingIsAsItWasPublished() throws IOException {
    publish(directory, 1);
    publish(directory, 2);
    new SystemFiles().deleteTree(directory.resolve(".godwit"));

    assertThat(Target.open(directory).check(HOLDER))
        .containsExactly(
            new Finding(Finding.Problem.NO_RECORD, "html", ""),
            new Finding(Finding.Problem.NO_RECORD, "html.old", ""));
    assertThat(directory.resolve(".godwit")).doesNotExist();

    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> publish(directory, 3))
        .withMessageStartingWith(
            "Godwit has no record of %s/html.old (another tool made it, or the records are lost),",
            directory);
  }

  @Test
  void whereNothingIsPublishedNothingIsMissing() throws IOException {
    Files.createDirectory(directory.resolve("html"));

    assertThat(Target.open(directory).check(HOLDER)).isEmpty();
  }

  @Test
  void theWayBackToTheSiteThatWasTakenOverIsTold() throws Exception {
    write(directory.resolve("html/index.html"), "theirs");
    publish(directory, 1);

    String remedy = "";
    try {
      Target.open(directory).rollback(HOLDER, Optional.empty(), SITES);
    } catch (ReleaseException e) {
      assertThat(e)
          .hasMessage(
              "Godwit has no record of %s/html.old, so it does not put it live by itself"
                  .formatted(directory));
      remedy = e.remedy().orElseThrow();
    }
    assertThat(read(directory.resolve("html"))).isEqualTo(release(1));

    String command = remedy.replaceFirst("^[^`]*`([^`]*)`.*$", "$1");
    assertThat(new ProcessBuilder("sh", "-ec", command).inheritIO().start().waitFor()).isZero();
    assertThat(read(directory.resolve("html"))).isEqualTo(Map.of("index.html", "theirs"));
    assertThat(read(directory.resolve("html.old"))).isEqualTo(release(1));
    publish(directory, 2);
    assertThat(read(directory.resolve("html.old"))).isEqualTo(Map.of("index.html", "theirs"));
  }

  @Test
  void aReleaseOfAnotherSiteIsNotPutLive() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    publish(other, 1);
    publish(other, 2);
    Path here = Files.createDirectory(directory.resolve("here"));
    write(here.resolve("html/index.html"), "mine");
    OtherProcess.run("cp -a %s/.godwit %s/html.old %s".formatted(other, other, here), Map.of());
    Set<String> mine = Set.of("https://mine.example", "Mine");

    for (Optional<String> wanted :
        List.of(Optional.<String>empty(), Optional.of("20260102T030405.000Z"))) {
      assertThatExceptionOfType(ReleaseException.class)
          .isThrownBy(() -> Target.open(here).rollback(HOLDER, wanted, mine))
          .withMessage(
              "release 20260102T030405.000Z in %s/.godwit is of another site:"
                  + " 'https://example.org'",
              here)
          .satisfies(e -> assertThat(e.kind()).isEqualTo(ReleaseException.Kind.REFUSED));
    }
    assertThatExceptionOfType(ReleaseException.class)
        .as("what is live is the other site's, too")
        .isThrownBy(() -> Target.open(other).rollback(HOLDER, Optional.empty(), mine));
    assertThat(read(here.resolve("html"))).isEqualTo(Map.of("index.html", "mine"));
    assertThat(read(other.resolve("html"))).isEqualTo(release(2));
  }

  @Test
  void aSiteWithANewAddressMayGoBackToTheOldOne() throws IOException {
    publish(directory, 1);
    ReleaseRequest old = Publishing.REQUEST;
    publish(
        Target.open(directory),
        release(2),
        new ReleaseRequest(old.holder(), "https://new.example", old.asOf(), 10, old.carry()));

    Target.open(directory).rollback(HOLDER, Optional.empty(), Set.of("https://new.example"));

    assertThat(read(directory.resolve("html"))).isEqualTo(release(1));
  }

  @Test
  void whatWasAddedByHandIsToldBeforeItGoes() throws IOException {
    publish(directory, 1);
    write(directory.resolve("html/a/hand.txt"), "mine");
    write(directory.resolve("html/new/hand.txt"), "mine");

    try (StagedRelease release = Target.open(directory).stage(Publishing.REQUEST)) {
      assertThat(release.addedByHand()).containsExactly("a/hand.txt", "new");
    }
    publish(directory, 2);
    try (StagedRelease release = Target.open(directory).stage(Publishing.REQUEST)) {
      assertThat(release.addedByHand()).isEmpty();
    }
  }

  @Test
  void targetsThatCannotBeAreRefused() {
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> Target.open(Path.of("/tmp/..")))
        .withMessage("publish.target cannot be /, the root of the file system");
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> Target.open(Path.of("/proc/x/y")))
        .withMessage("cannot make the directory /proc/x: nobody can make one in /proc");
  }
}
