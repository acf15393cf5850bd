package godwit.release;

import static godwit.release.Publishing.HOLDER;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A plain user's target, and what root and others do in it. The tests are root, the user a process
/// of its own.
@Execution(ExecutionMode.CONCURRENT)
class OtherUsersTest {
  private static final int NOBODY = 65534;
  private static final String AS_NOBODY =
      "setpriv --reuid 65534 --regid 65534 --clear-groups \"$@\"";
  private static final String AS_ANOTHER =
      "setpriv --reuid 65533 --regid 65533 --clear-groups \"$@\"";

  @TempDir Path temporary;
  private Path target;

  @BeforeEach
  void aUsersTarget() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    target = Files.createDirectory(temporary.toRealPath().resolve("public"));
    assumeTrue(new SystemFiles().user() == 0, "needs root");
    Files.setAttribute(target, "unix:uid", NOBODY);
    String can = "setpriv --reuid 65534 --regid 65534 --clear-groups echo can 2>&1 || true";
    assumeTrue(sh(can).equals("can"), "needs setpriv");
  }

  @Test
  void rootDoesNotPublishIntoAnothersTarget() throws IOException {
    publishAsUser(1);

    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> publish(target, 8))
        .withMessage(
            "root does not publish to %s: it belongs to nobody, who could not publish there after"
                + " that",
            target)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ReleaseException.Kind.NOT_PERMITTED))
        .satisfies(
            e ->
                assertThat(e.remedy())
                    .contains("run it as that user: `sudo -u nobody godwit publish`"));
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(
            () ->
                Target.open(target).rollback(HOLDER, java.util.Optional.empty(), Publishing.SITES))
        .withMessageStartingWith("root does not publish to ");
    Files.setAttribute(target, "unix:uid", 0);
    assertThatExceptionOfType(ReleaseException.class)
        .as("the target is root's, what is published in it is not")
        .isThrownBy(() -> publish(target, 8))
        .withMessageStartingWith("root does not publish to ");
    Files.setAttribute(target, "unix:uid", NOBODY);

    assertNothingOfRoots();
    publishAsUser(2);
  }

  @Test
  void rootMayLookAtAnothersTargetAndLeavesNothingThere() throws IOException {
    publishAsUser(1, 2);
    Files.delete(target.resolve(".godwit/journal"));

    assertThat(Target.open(target).releases(HOLDER))
        .extracting(Release::state)
        .containsExactly(Release.State.LIVE, Release.State.BACKUP);
    assertThat(Target.open(target).check(HOLDER)).isEmpty();
    try (ComparedRelease compared = Target.open(target).compare(Publishing.REQUEST)) {
      Publishing.writeAll(compared, Map.of("index.html", "another"));
      assertThat(compared.changes().list()).hasSize(3);
    }

    assertThat(target.resolve(".godwit/journal")).doesNotExist();
    assertNothingOfRoots();
  }

  @Test
  void rootPublishesIntoItsOwn() throws IOException {
    Path own = Files.createDirectory(temporary.resolve("own"));

    publish(own, 1);
    publish(own, 2);

    assertThat(read(own.resolve("html"))).isEqualTo(release(2));
  }

  @Test
  void whatRootHasTakenOverIsNamedWithTheWayToGiveItBack() throws IOException {
    publishAsUser(1);
    for (String taken : List.of("html", ".godwit", ".godwit/lock", ".godwit/releases")) {
      sh("chown 0 " + target.resolve(taken));

      assertThat(user("more"))
          .startsWith("NOT_PERMITTED: cannot ")
          .contains(target.resolve(taken) + " belongs to root\n")
          .endsWith("`sudo chown -R nobody " + target + "`");
      assertThat(Target.open(target).check(HOLDER))
          .contains(new Finding(Finding.Problem.NOT_PERMITTED, taken, ""));

      sh("chown -R nobody " + target);
      publishAsUser(2);
    }
  }

  /// As certbot does it.
  @Test
  void aClosedDirectoryOfRootsIsSetAsideWithTheTreeItIsIn() throws IOException {
    publishAsUser(1);
    Path closed = target.resolve("html/.well-known");
    Files.createDirectories(closed.resolve("acme-challenge"));
    Files.writeString(closed.resolve("acme-challenge/tok"), "tok");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertThat(Target.open(target).check(HOLDER))
        .contains(new Finding(Finding.Problem.NOT_PERMITTED, "html/.well-known", ""));
    publishAsUser(2);

    String kept = target + "/.godwit/kept/20260506T070809.000Z-all";
    String said = publishAsUser(3, 4);

    assertThat(said)
        .contains("now=" + kept)
        .contains("obstacle=Optional[" + kept + "/.well-known belongs to root]");
    assertThat(Path.of(kept, ".well-known/acme-challenge/tok")).hasContent("tok");
    assertThat(publishAsUser(5)).doesNotContain("kept");
    assertThat(user("rollback")).startsWith("back to ");
    assertThat(read(target.resolve("html"))).containsEntry("index.html", "index 4");
    assertThat(Target.open(target).check(HOLDER)).isEmpty();
    assertNothingOfRootsBut(Path.of(kept));
  }

  @Test
  void aDirectoryThatRootTookIsSetAsideWithTheTreeItIsIn() throws IOException {
    publishAsUser(1, 2);
    sh("chown 0 " + target.resolve("html/pages"));

    assertThat(publishAsUser(3, 5)).contains("pages belongs to root]");
    assertThat(publishAsUser(6)).doesNotContain("kept");
    assertThat(user("rollback")).startsWith("back to ");
  }

  @Test
  void aPublishedFileThatCannotBeReadIsMadeAnew() throws IOException {
    publishAsUser(1, 2);
    sh("chown 0 %1$s && chmod 600 %1$s".formatted(target.resolve("html/b.html")));

    assertThat(user("more", "fsck")).startsWith("published ").contains("place=html.old/b.html");
    publishAsUser(4, 5);
    assertThat(read(target.resolve("html"))).containsEntry("b.html", "b");
  }

  @Test
  void whoeverMayReadMayLook() throws IOException {
    publishAsUser(1, 2);
    String closed = OtherProcess.run(AS_ANOTHER, Map.of(), target.toString(), "releases");
    assertThat(closed).startsWith("NOT_PERMITTED: cannot read " + target + "/.godwit: permission");
    sh("chmod -R a+rX " + target);
    String readOnly =
        "unshare -m sh -ec 'mount --bind -r %1$s %1$s; \"$@\"' sh \"$@\"".formatted(target);

    for (String script : List.of(AS_ANOTHER, readOnly)) {
      assertThat(
              OtherProcess.run(script, Map.of(), target.toString(), "releases", "fsck", "compare"))
          .isEqualTo("releases [LIVE, BACKUP]\nfound []\nchanges 3");
    }
  }

  private String publishAsUser(int number) throws IOException {
    return publishAsUser(number, number);
  }

  private String publishAsUser(int from, int to) throws IOException {
    String[] actions = Collections.nCopies(to - from + 1, "more").toArray(String[]::new);
    String said = user(actions);
    assertThat(said.lines().filter(line -> line.startsWith("published ")))
        .as("publish %d to %d: %s", from, to, said)
        .hasSize(actions.length);
    return said;
  }

  private String user(String... actions) throws IOException {
    return OtherProcess.run(
        AS_NOBODY,
        Map.of(),
        Stream.concat(Stream.of(target.toString()), Stream.of(actions)).toArray(String[]::new));
  }

  private void assertNothingOfRoots() throws IOException {
    assertNothingOfRootsBut(target.resolve("nothing"));
  }

  private void assertNothingOfRootsBut(Path kept) throws IOException {
    assertThat(sh("find %s -path %s -prune -o -user 0 -print".formatted(target, kept))).isEmpty();
  }

  private static String sh(String command) throws IOException {
    return OtherProcess.run(command, Map.of());
  }
}
