package godwit.release;

import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import godwit.libc.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What real file systems, limits and permissions do to a publisher, which is a process of its own
/// here.
class EnvironmentTest {
  @TempDir Path temporary;
  private Path target;

  @BeforeEach
  void everybodyMayEnter() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    target = temporary.toRealPath().resolve("public");
  }

  @Test
  void everythingCanBeReadByTheWebServerWhateverTheUmask() throws IOException {
    for (String umask : new String[] {"077", "027", "002", "000"}) {
      Path umasked = target.resolveSibling("umask" + umask + "/public");

      assertThat(run("umask " + umask + "; \"$@\"", umasked)).startsWith("published ");

      try (Stream<Path> paths = Files.walk(umasked.resolve("html"))) {
        for (Path path : paths.toList()) {
          assertThat(permissions(path))
              .as("%s, umask %s", path, umask)
              .isEqualTo(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--");
        }
      }
      assertThat(permissions(umasked).substring(0, 3) + permissions(umasked).substring(6))
          .isEqualTo("rwxr-x");
      assertThat(permissions(umasked.resolve(".godwit"))).isEqualTo("rwx------");
    }
  }

  @Test
  void aLocaleWithoutLettersSaysSo() throws IOException {
    String said =
        OtherProcess.run("\"$@\"", Map.of("LC_ALL", "POSIX", "LANG", "C"), target.toString());

    assertThat(said)
        .startsWith("FAILED: cannot write 'a/b/")
        .endsWith("set a UTF-8 locale, such as LC_ALL=C.UTF-8");
    assertThat(target.resolve("html")).doesNotExist();
  }

  @Test
  void aMountPointIsExplained() throws IOException {
    publish(target, 1);
    assumeMounts();
    for (String mount : new String[] {"--bind $T/html", "-t tmpfs none"}) {
      String said =
          run("mount " + mount.replace("$T", "" + target) + " " + target + "/html", target);

      assertThat(said)
          .startsWith(
              mount.startsWith("-t") ? "REFUSED: " : "FAILED: ") // told at the start, or not
          .contains(target + "/html", "is a mount point, which cannot be renamed")
          .endsWith("mount its parent, the target, and let html be a plain directory in it");
    }
    assertUntouched();
  }

  @Test
  void aReadOnlyFileSystemIsExplained() throws IOException {
    publish(target, 1);
    assumeMounts();

    assertThat(run("mount --bind -r %1$s %1$s".formatted(target), target))
        .isEqualTo(
            "FAILED: cannot lock %s/.godwit/lock: its file system is mounted read-only\n"
                    .formatted(target)
                + "mount it for writing, or let publish.target lead elsewhere");
    assertUntouched();
  }

  @Test
  void aFullFileSystemIsExplained() throws IOException {
    Files.createDirectory(target);
    assumeMounts();

    assertThat(run("mount -t tmpfs -o size=64k none " + target, target))
        .startsWith("FAILED: cannot write " + target + "/.godwit/staging/a/b/")
        .contains("no space is left on its file system");
    assertThat(run("mount -t tmpfs -o nr_inodes=8 none " + target, target))
        .startsWith("FAILED: cannot ")
        .contains("no space is left on its file system");
  }

  @Test
  void onAFullFileSystemTheReleaseBeforeCanBeGoneBackTo() throws IOException {
    Files.createDirectory(target);
    assumeMounts();
    String script =
        "mount -t tmpfs -o size=8m none $1; for i in 1 2 3; do \"$@\" more; done;"
            + " dd if=/dev/zero of=$1/fill bs=4k 2>/dev/null || true; cat $1/html/index.html;"
            + " \"$@\" rollback; cat $1/html/index.html; \"$@\" releases; \"$@\" fsck;"
            + " \"$@\" more";
    String said =
        OtherProcess.run(
            "T="
                + target
                + "; export T; unshare -m sh -ec '"
                + script.replace("$1", "$T")
                + "' sh \"$@\"",
            Map.of("LC_ALL", "C.UTF-8"),
            target.toString());

    assertThat(said.replaceAll("published \\S+\n", ""))
        .startsWith(
            "index 3back to 20260506T070809.000Z-2\nindex 2releases [BACKUP, LIVE, STORED]\n"
                + "found []\nFAILED: cannot ")
        .contains("no space is left on its file system");
  }

  @Test
  void aFileSystemThatCannotExchangeIsExplainedBeforeAnythingIsWritten() throws IOException {
    publish(target, 1);
    String strace = "strace -f -o /dev/null -e inject=renameat2:error=EINVAL \"$@\"";
    assumeTrue(OtherProcess.run("strace true 2>&1 | tail -1", Map.of()).contains("exited with 0"));

    Explanation refused = Objects.requireNonNull(Explanation.of(Errno.EINVAL));
    assertThat(run(strace, target))
        .isEqualTo(
            "FAILED: cannot exchange directories in %s/.godwit: %s\n%s"
                .formatted(target, refused.words(), refused.remedy()));
    assertUntouched();
  }

  @Test
  void theLowerLayerOfAContainerImageIsExplained() throws IOException {
    Path lower = Files.createDirectories(temporary.resolve("overlay/lower/html")).getParent();
    Path upper = Files.createDirectory(lower.resolveSibling("upper"));
    Path work = Files.createDirectory(lower.resolveSibling("work"));
    Files.createDirectory(target);
    assumeMounts();
    String options = "lowerdir=%s,upperdir=%s,workdir=%s".formatted(lower, upper, work);

    String said = run("mount -t overlay -o %s none %s".formatted(options, target), target);

    assumeTrue(!said.startsWith("published"), "this overlay can rename what lies below");
    Explanation refused = Objects.requireNonNull(Explanation.of(Errno.EXDEV));
    assertThat(said)
        .isEqualTo(
            "FAILED: cannot exchange %1$s/.godwit/staging with %1$s/html: %2$s\n%3$s"
                .formatted(target, refused.words(), refused.remedy()));
  }

  @Test
  void anotherUsersTargetIsExplained() throws IOException {
    publish(target, 1);
    String nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups \"$@\"";
    assumeTrue(
        OtherProcess.run(nobody, Map.of(), temporary.resolve("missing").toString())
            .startsWith("NOT_PERMITTED"),
        "cannot run as another user (needs root and setpriv)");

    assertThat(OtherProcess.run(nobody, Map.of(), target.toString()))
        .startsWith("NOT_PERMITTED: cannot lock " + target + "/.godwit/lock: permission denied\n");

    // The target is theirs, html in it is not: it could be read, but not given another parent.
    SystemFiles files = new SystemFiles();
    files.deleteTree(target.resolve(".godwit"));
    Files.setAttribute(target, "unix:uid", 65534);
    assertThat(OtherProcess.run(nobody, Map.of(), target.toString()))
        .startsWith(
            "NOT_PERMITTED: cannot exchange %1$s/html: permission denied: %1$s/html belongs to root"
                .formatted(target))
        .endsWith("`sudo chown -R nobody " + target + "`");
    assertUntouched();
  }

  @Test
  void tooFewFileDescriptorsAreExplained() throws IOException {
    publish(target, 1);
    for (int limit = 5; limit < 64; limit++) {
      String said = run("ulimit -n " + limit + "; \"$@\"", target);
      if (said.startsWith("published")) {
        return;
      }
      assertUntouched();
    }
    assertThat(run("ulimit -n 64; \"$@\"", target)).startsWith("published");
  }

  /// Runs the publisher; a script that does not run it itself mounts things first, for it alone.
  private static String run(String script, Path target) throws IOException {
    boolean runs = script.contains("$@");
    return OtherProcess.run(
        runs ? script : "unshare -m sh -ec '" + script + "; \"$@\"' sh \"$@\"",
        Map.of("LC_ALL", "C.UTF-8"),
        target.toString());
  }

  private void assumeMounts() throws IOException {
    Path probe = Files.createDirectories(temporary.resolve("probe"));
    assumeTrue(
        OtherProcess.run(
                "unshare -m mount -t tmpfs none " + probe + " && echo can",
                Map.of(),
                target.toString())
            .equals("can"),
        "cannot mount (needs root and unshare)");
  }

  private void assertUntouched() {
    assertThat(read(target.resolve("html"))).isEqualTo(release(1));
    assertThat(target.resolve("html.old")).doesNotExist();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
