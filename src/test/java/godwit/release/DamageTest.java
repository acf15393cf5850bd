package godwit.release;

import static godwit.release.Publishing.HOLDER;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.write;
import static godwit.release.Publishing.wrongs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Godwit's own files are damaged, of the future or of another target. What the hint says to do is
/// done, to the letter, and nothing is lost.
///
/// Six releases are kept: html, html.old, one at the staging name, three in the store. Each of
/// these has bytes that are in one of the trees only, since that tree was made from it.
class DamageTest {
  private static final int RELEASES = 6;
  private static final Pattern COMMAND = Pattern.compile("`([^`]*)`");

  @TempDir Path temporary;
  private Path target;
  private List<String> ids;

  @BeforeEach
  void publishSix() throws IOException {
    target = Files.createDirectory(temporary.toRealPath().resolve("public"));
    ids = new ArrayList<>();
    for (int number = 1; number <= RELEASES; number++) {
      ids.add(publish(Target.open(target), content(number)).id());
    }
  }

  private static Map<String, String> content(int number) {
    Map<String, String> content = new TreeMap<>(Publishing.release(number));
    content.put("third.html", "third " + number % 3);
    return content;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\0\0\0\0", "godwit journal 1\ntree 1", "godwit journal 1\ntree\nend\n"})
  void aDamagedJournalMayBeDeleted(String damaged) throws IOException {
    Files.writeString(journal(), damaged);

    doAsToldBy("the journal is damaged", this::publishNext);

    assertEveryReleaseIsThere(RELEASES);
    publishNext();
    assertThat(read(target.resolve("html.old"))).isEqualTo(content(RELEASES));
    assertThat(wrongs(target)).isEmpty();
    assertCanGoBackTo(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aJournalIsDeletedAfterADeathInTheMidstOfTheTree() throws IOException {
    die("move", ".godwit/objects", 2);
    Files.writeString(journal(), "");

    doAsToldBy("the journal is damaged", this::publishNext);
    ReleaseException e = failure(this::publishNext);
    assertThat(e)
        .hasMessage(target.resolve(".godwit/staging") + " is not a tree that Godwit knows");
    assertThat(e.remedy().orElseThrow()).contains("else delete it");
    new SystemFiles().deleteTree(target.resolve(".godwit/staging"));

    assertThat(wrongs(target)).isEmpty();
    assertEveryReleaseIsThere(RELEASES);
    assertCanGoBackTo(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aJournalIsDeletedAfterADeathBetweenTheExchanges() throws IOException {
    die("exchange", "html.old", 1);
    Files.writeString(journal(), "");

    doAsToldBy("the journal is damaged", this::publishNext);

    assertThat(read(target.resolve("html"))).isEqualTo(content(8));
    assertThat(wrongs(target)).isEmpty();
    assertEveryReleaseIsThere(RELEASES + 1);
    assertCanGoBackTo(1, 2, 3, 4, 5, 6);
  }

  @Test
  void theReleaseThatIsLiveIsAdoptedWithoutItsManifest() throws IOException {
    damage(RELEASES);

    doAsToldBy(damagedManifest(RELEASES), this::publishNext);

    assertThat(Target.open(target).site()).isEmpty();
    Published published = publish(Target.open(target), content(8));
    assertThat(published.adopted()).isTrue();
    assertThat(read(target.resolve("html.old"))).isEqualTo(content(RELEASES));
    ReleaseException e = failure(this::publishNext);
    assertThat(e).hasMessageContaining("Godwit has no record of " + target.resolve("html.old"));
    obey(e);
    assertThat(read(target.resolve("html.old.mine"))).isEqualTo(content(RELEASES));
    publishNext();
    assertThat(wrongs(target)).isEmpty();
    assertCanGoBackTo(1, 2, 3, 4, 5);
  }

  @Test
  void theReleaseBeforeIsSetAsideWithoutItsManifest() throws IOException {
    damage(5);
    assertThat(failure(() -> back(5))).hasMessage(damagedManifest(5));
    back(1); // the others can be gone back to all the same
    back(6);
    publishNext();
    assertThat(read(target.resolve(".godwit/kept").resolve(ids.get(4) + "-all")))
        .isEqualTo(content(5));

    doAsToldBy(damagedManifest(5), () -> back(5));

    assertNothingElseIsWrong();
    assertCanGoBackTo(1, 2, 3, 4, 6);
  }

  @Test
  void theTreeAtTheStagingNameIsSetAsideWithoutItsManifest() throws IOException {
    damage(4);
    publishNext();
    assertThat(read(target.resolve(".godwit/kept").resolve(ids.get(3) + "-all")))
        .isEqualTo(content(4));

    doAsToldBy(damagedManifest(4), () -> back(4));

    assertNothingElseIsWrong();
    assertCanGoBackTo(1, 2, 3, 5, 6);
  }

  @Test
  void aStoredReleaseIsForgottenWithoutItsManifest() throws IOException {
    damage(1);
    publishNext();
    assertThat(Target.open(target).check(HOLDER))
        .containsExactly(
            new Finding(
                Finding.Problem.DAMAGED, ".godwit/manifests/" + ids.getFirst(), ids.getFirst()));

    doAsToldBy(damagedManifest(1), () -> back(1));

    assertThat(Target.open(target).check(HOLDER)).isEmpty();
    assertThat(failure(() -> back(1))).hasMessage("there is no release " + ids.getFirst());
    assertCanGoBackTo(2, 3, 4, 5, 6);
  }

  @Test
  void aManifestOfAnotherReleaseIsToldFromADamagedOne() throws IOException {
    Files.copy(manifest(4), manifest(1), StandardCopyOption.REPLACE_EXISTING);

    assertThat(failure(() -> back(1)))
        .hasMessage(
            "the manifest of release %s is that of release %s, so it is damaged"
                .formatted(ids.get(0), ids.get(3)));
  }

  @Test
  void aDamagedRecordIsTold() throws IOException {
    Path record = target.resolve(".godwit/releases").resolve(ids.getFirst());
    byte[] whole = Files.readAllBytes(record);
    Files.writeString(record, "");

    assertThat(Target.open(target).check(HOLDER))
        .containsExactly(
            new Finding(
                Finding.Problem.DAMAGED, ".godwit/releases/" + ids.getFirst(), ids.getFirst()));
    publishNext();
    Files.write(record, whole); // as from a copy of the target
    assertCanGoBackTo(1, 2, 3, 4, 5, 6);
  }

  @Test
  void whatIsOfTheFutureIsLeftToTheGodwitThatMadeIt() throws IOException {
    Target.open(target).stage(Publishing.REQUEST).close(); // looks at the tree left over
    for (Path file :
        List.of(
            journal(),
            manifest(RELEASES),
            target.resolve(".godwit/releases").resolve(ids.getLast()))) {
      byte[] whole = Files.readAllBytes(file);
      String text = new String(whole, StandardCharsets.UTF_8);
      Files.writeString(file, text.replaceFirst("^(godwit [a-z]+) \\d", "$1 9"));
      Map<String, String> before = read(target);

      for (Action action : List.<Action>of(this::publishNext, () -> back(5), this::check)) {
        ReleaseException e = failure(action);
        assertThat(e).hasMessageContaining("is of a kind that this Godwit does not know");
        assertThat(e.kind()).isEqualTo(ReleaseException.Kind.REFUSED);
        assertThat(e.remedy()).contains("use the Godwit that made it, or a newer one");
      }

      assertThat(read(target)).as("after %s", file).isEqualTo(before);
      Files.write(file, whole);
    }
    assertThat(wrongs(target)).isEmpty();
  }

  @Test
  void theSiteThatIsLiveIsToldFromAnother() throws IOException {
    assertThat(Target.open(target).site()).contains("https://example.org");
    ReleaseRequest other =
        new ReleaseRequest(
            HOLDER,
            "https://example.com",
            HOLDER.since(),
            Publishing.REQUEST.keep(),
            Publishing.REQUEST.carry());
    publish(Target.open(target), content(8), other);
    assertThat(Target.open(target).site()).contains("https://example.com");
    back(RELEASES);
    assertThat(Target.open(target).site()).contains("https://example.org");
  }

  @Test
  void whatBelongsToAnotherTargetIsToldByItsTrees() throws IOException {
    Path other = Files.createDirectory(target.resolveSibling("other"));
    publish(other, 6);
    publish(other, 7);
    new SystemFiles().deleteTree(other.resolve(".godwit"));
    sh("cp -a " + target.resolve(".godwit") + " " + other);

    assertThat(Target.open(other).site()).isEmpty();
    ReleaseException e = failure(() -> publish(other, 8));
    assertThat(e).hasMessageContaining("Godwit has no record of " + other.resolve("html.old"));
    obey(e);
    assertThat(publish(other, 8).adopted()).isTrue();
    assertThat(read(other.resolve("html.old"))).isEqualTo(Publishing.release(7));
    assertThat(read(other.resolve("html.old.mine"))).isEqualTo(Publishing.release(6));
  }

  @Test
  void aTargetThatWasCopiedWithNewTimesLosesNothing() throws IOException {
    Path copy = target.resolveSibling("copy");
    sh("cp -r " + target + " " + copy);
    target = copy;

    publishNext();

    assertThat(Files.getLastModifiedTime(copy.resolve("html/same.css")))
        .isEqualTo(Files.getLastModifiedTime(temporary.resolve("public/html/same.css")));
    assertThat(copy.resolve(".godwit/kept")).doesNotExist();
    assertThat(wrongs(copy)).isEmpty();
    assertCanGoBackTo(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aBackupThatIsAFileStopsWhatNeedsItsPlaceAndNothingElse() throws IOException {
    Path backup = target.resolve("html.old");
    Files.move(backup, target.resolveSibling("moved"));
    write(backup, "mine");

    for (Action action : List.<Action>of(this::publishNext, () -> back(1))) {
      ReleaseException e = failure(action);
      assertThat(e).hasMessage(backup + " is not a directory");
      assertThat(e.remedy()).contains("move it away: Godwit needs the name");
    }
    assertThat(Target.open(target).releases(HOLDER)).hasSize(RELEASES);
    assertThat(backup).hasContent("mine");
    assertThat(read(target.resolve("html"))).isEqualTo(content(RELEASES));

    Files.delete(backup);
    Files.move(target.resolveSibling("moved"), backup);
    assertThat(wrongs(target)).isEmpty();
    publishNext();
    assertCanGoBackTo(1, 2, 3, 4, 5, 6);
  }

  private interface Action {
    void run() throws IOException;
  }

  /// Does what the hint of a failure says, and looks that nothing that is served has changed.
  private void doAsToldBy(String message, Action action) throws IOException {
    Map<String, String> live = read(target.resolve("html"));
    Map<String, String> backup = read(target.resolve("html.old"));
    ReleaseException e = failure(action);
    assertThat(e).hasMessage(message);
    obey(e);
    assertThat(read(target.resolve("html"))).isEqualTo(live);
    assertThat(read(target.resolve("html.old"))).isEqualTo(backup);
  }

  private static ReleaseException failure(Action action) {
    ReleaseException e = catchThrowableOfType(ReleaseException.class, action::run);
    assertThat(e).as("a failure").isNotNull();
    return e;
  }

  /// Runs the first command in the remedy.
  private static void obey(ReleaseException e) throws IOException {
    Matcher command = COMMAND.matcher(e.remedy().orElseThrow());
    assertThat(command.find()).as(e.remedy().orElseThrow()).isTrue();
    sh(command.group(1));
  }

  private static void sh(String command) throws IOException {
    assertThat(OtherProcess.run(command + " 2>&1", Map.of())).isEmpty();
  }

  /// @param nth at which operation of that kind below that path
  private void die(String operation, String path, int nth) throws IOException {
    int[] met = new int[1];
    FaultyFiles files =
        new FaultyFiles(
            (name, found) -> {
              if (name.equals(operation) && found.startsWith(target.resolve(path))) {
                met[0]++;
              }
              if (met[0] >= nth) {
                throw new FaultyFiles.Death();
              }
            });
    try {
      publish(Target.open(target, files), content(8));
    } catch (FaultyFiles.Death e) {
      files.end();
    }
    assertThat(met[0]).isGreaterThanOrEqualTo(nth);
  }

  private void damage(int number) throws IOException {
    String whole = Files.readString(manifest(number));
    Files.writeString(manifest(number), whole.replace("index", "inbox"));
  }

  private String damagedManifest(int number) {
    return "the manifest of release " + ids.get(number - 1) + " is damaged";
  }

  private Path manifest(int number) {
    return target.resolve(".godwit/manifests").resolve(ids.get(number - 1));
  }

  private Path journal() {
    return target.resolve(".godwit/journal");
  }

  private void publishNext() throws IOException {
    assertThat(publish(Target.open(target), content(9)).adopted()).isFalse();
    assertThat(read(target.resolve("html"))).isEqualTo(content(9));
  }

  private void check() throws IOException {
    assertThat(Target.open(target).check(HOLDER)).isNotNull();
  }

  private void back(int number) throws ReleaseException {
    Target.open(target).rollback(HOLDER, Optional.of(ids.get(number - 1)), Publishing.SITES);
  }

  private void assertEveryReleaseIsThere(int count) throws IOException {
    assertThat(Target.open(target).releases(HOLDER)).hasSize(count);
    assertThat(Target.open(target).check(HOLDER)).isEmpty();
  }

  /// What was set aside is still there, for somebody to look at.
  private void assertNothingElseIsWrong() throws IOException {
    assertThat(Target.open(target).check(HOLDER)).isEmpty();
    assertThat(wrongs(target)).isSubsetOf("kept");
  }

  private void assertCanGoBackTo(int... numbers) throws IOException {
    for (int number : numbers) {
      if (!read(target.resolve("html")).equals(content(number))) {
        back(number);
      }
      assertThat(read(target.resolve("html"))).isEqualTo(content(number));
      assertThat(Target.open(target).check(HOLDER)).isEmpty();
    }
  }
}
