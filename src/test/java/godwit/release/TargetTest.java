package godwit.release;

import static godwit.release.Publishing.file;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static godwit.release.Publishing.write;
import static godwit.release.Publishing.wrongs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
  private static final List<String> READS =
      List.of("status", "readLink", "basicStatus", "isWritable", "read", "list", "delete");

  @TempDir Path directory;

  @Test
  void theFirstPublishMakesHtmlAndNoBackup() throws IOException {
    Path target = directory.resolve("not/yet/there");

    Published published = publish(target, 1);

    assertThat(read(target.resolve("html"))).isEqualTo(release(1));
    assertThat(target.resolve("html.old")).doesNotExist();
    assertThat(published)
        .isEqualTo(
            new Published(
                "20260102T030405.000Z",
                target.toRealPath().resolve("html"),
                Optional.empty(),
                false,
                4,
                release(1).values().stream().mapToInt(String::length).sum()));
    assertThat(wrongs(target)).isEmpty();
  }

  @Test
  void theSecondPublishKeepsTheFirst() throws IOException {
    publish(directory, 1);

    Published published = publish(directory, 2);

    assertThat(read(directory.resolve("html"))).isEqualTo(release(2));
    assertThat(read(directory.resolve("html.old"))).isEqualTo(release(1));
    assertThat(published.backup()).contains(directory.toRealPath().resolve("html.old"));
    assertThat(published.adopted()).isFalse();
    assertThat(wrongs(directory)).isEmpty();
  }

  @Test
  void theThirdPublishForgetsTheFirst() throws IOException {
    publish(directory, 1);
    publish(directory, 2);

    publish(directory, 3);

    assertThat(read(directory.resolve("html"))).isEqualTo(release(3));
    assertThat(read(directory.resolve("html.old"))).isEqualTo(release(2));
    assertThat(wrongs(directory)).isEmpty();
  }

  @Test
  void theTargetMayBeALinkToAnotherFileSystem() throws IOException {
    Path memory = Path.of("/dev/shm");
    assumeTrue(
        Files.isWritable(memory)
            && !Files.getFileStore(memory).equals(Files.getFileStore(directory)),
        "no other file system at /dev/shm");
    Path elsewhere = Files.createTempDirectory(memory, "godwit-test");
    Path link = Files.createSymbolicLink(directory.resolve("public"), elsewhere);
    try {
      for (int number = 1; number <= 3; number++) {
        publish(link, number);
      }
      assertThat(link).isSymbolicLink();
      assertThat(read(elsewhere.resolve("html"))).isEqualTo(release(3));
      assertThat(read(elsewhere.resolve("html.old"))).isEqualTo(release(2));
    } finally {
      new SystemFiles().deleteTree(elsewhere);
    }
  }

  @Test
  void whatAnotherToolPublishedIsAdoptedAsTheBackupAndNeverLost() throws IOException {
    write(directory.resolve("html/index.html"), "made by Pelican");
    Map<String, String> theirs = read(directory.resolve("html"));

    Published published = publish(directory, 1);

    assertThat(published.adopted()).isTrue();
    assertThat(read(directory.resolve("html"))).isEqualTo(release(1));
    assertThat(read(directory.resolve("html.old"))).isEqualTo(theirs);

    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> publish(directory, 2))
        .withMessage(
            "Godwit has no record of %s (another tool made it, or the records are lost), and the"
                + " next release to be kept needs its place",
            directory.toRealPath().resolve("html.old"))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ReleaseException.Kind.REFUSED))
        .satisfies(e -> assertThat(e.remedy().orElseThrow()).contains("`mv "));
    assertThat(read(directory.resolve("html"))).isEqualTo(release(1));
    assertThat(read(directory.resolve("html.old"))).isEqualTo(theirs);

    Files.move(directory.resolve("html.old"), directory.resolve("html.old.mine"));
    publish(directory, 2);
    assertThat(read(directory.resolve("html.old"))).isEqualTo(release(1));
    assertThat(read(directory.resolve("html.old.mine"))).isEqualTo(theirs);
  }

  @Test
  void anotherToolsHtmlTakesThePlaceOfABackupOfGodwits() throws IOException {
    publish(directory, 1);
    publish(directory, 2);
    new SystemFiles().deleteTree(directory.resolve("html"));
    write(directory.resolve("html/index.html"), "made by hand"); // most likely with the same inode

    Published published = publish(directory, 3);

    assertThat(published.adopted()).isTrue();
    assertThat(read(directory.resolve("html.old"))).isEqualTo(Map.of("index.html", "made by hand"));
  }

  /// As when html is deleted and made again by hand: the inode is given to the next directory.
  @Test
  void aTreeWithTheInodeOfAReleaseButBornAtAnotherTimeIsSomebodyElses() throws IOException {
    Published first = publish(directory, 1);
    Path journal = directory.resolve(".godwit/journal");
    String text = Files.readString(journal);
    Files.writeString(journal, text.replaceFirst("(tree \\d+) \\S+", "$1 2020-01-01T00:00:00Z"));
    write(directory.resolve("html/index.html"), "made by hand");

    assertThat(first.id()).isNotEmpty();
    assertThat(publish(directory, 2).adopted()).isTrue();
  }

  @Test
  void anEmptyHtmlIsNothingToLose() throws IOException {
    Files.createDirectory(directory.resolve("html"));

    publish(directory, 1);
    publish(directory, 2);

    assertThat(read(directory.resolve("html.old"))).isEqualTo(release(1));
  }

  @Test
  void aBackupThatIsNotGodwitsIsLeftAloneByAFirstPublish() throws IOException {
    write(directory.resolve("html.old/index.html"), "mine");

    publish(directory, 1);

    assertThat(read(directory.resolve("html.old"))).isEqualTo(Map.of("index.html", "mine"));
  }

  @Test
  void whatIsNoDirectoryIsRefused() throws IOException {
    for (String name : List.of("html", "html.old", ".godwit")) {
      Path target = Files.createDirectory(directory.resolve("target" + name));
      Path file = target.resolve(name);
      Files.writeString(file, "a file");
      assertRefused(target, file + " is not a directory");
      assertThat(file).hasContent("a file");

      Files.delete(file);
      Files.createSymbolicLink(file, directory);
      assertRefused(
          target,
          name.equals(".godwit")
              ? file + " is not a directory"
              : file + " is a symbolic link, not a directory");
      assertThat(file).isSymbolicLink();
    }
  }

  @Test
  void aTargetThatIsAFileIsRefused() throws IOException {
    Path file = Files.createFile(directory.resolve("public"));

    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> Target.open(file))
        .withMessage("cannot make the directory " + file + ": there is something of that name");
  }

  @Test
  void aReleaseThatDoesNotGoLiveLeavesNothing() throws IOException {
    publish(directory, 1);
    try (StagedRelease release = Target.open(directory).stage(Publishing.REQUEST)) {
      release.write(file("index.html"), new byte[10]);
    }
    assertThat(read(directory.resolve("html"))).isEqualTo(release(1));
    assertThat(wrongs(directory)).isEmpty();
  }

  @Test
  void aStagingTreeThatGodwitDoesNotKnowIsLeftAlone() throws IOException {
    publish(directory, 1);
    Path left = directory.toRealPath().resolve(".godwit/staging");
    write(left.resolve("a/b"), "left over");

    assertRefused(directory, left + " is not a tree that Godwit knows");

    assertThat(left.resolve("a/b")).hasContent("left over");
  }

  @Test
  void aRecordOfTheFutureIsRefusedAndOneThatIsDamagedIsForgotten() throws IOException {
    Published first = publish(directory, 1);
    Path record = directory.resolve(".godwit/releases").resolve(first.id());
    String whole = Files.readString(record);

    Files.writeString(record, whole.replace("release 2", "release 3"));
    assertRefused(
        directory,
        "the record of release " + first.id() + " is of a kind that this Godwit does not know");

    Files.writeString(record, whole.substring(0, whole.length() / 2));
    assertThat(publish(directory, 2).adopted()).isFalse();
    assertThat(read(directory.resolve("html.old"))).isEqualTo(release(1));
  }

  @Test
  void copiesKeepTheirModificationTimeAndEverythingCanBeRead() throws IOException {
    Path source = Files.writeString(directory.resolve("source.bin"), "x".repeat(300_000));
    FileTime modified = FileTime.from(Instant.parse("2020-02-03T04:05:06.123456789Z"));
    Files.setLastModifiedTime(source, modified);
    Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-------"));
    Path target = directory.resolve("public");
    try (StagedRelease release = Target.open(target).stage(Publishing.REQUEST)) {
      assertThat(release.copy(file("files/copy.bin"), source)).isEqualTo(300_000);
      Published published = release.goLive();
      assertThat(published.bytes()).isEqualTo(300_000);
    }
    Path copy = target.resolve("html/files/copy.bin");
    assertThat(copy).hasSameBinaryContentAs(source);
    assertThat(Files.getLastModifiedTime(copy))
        .isEqualTo(FileTime.from(modified.toInstant().truncatedTo(ChronoUnit.SECONDS)));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void aCopyOfWhatIsNoFileNamesIt() throws IOException {
    Path missing = directory.resolve("missing.png");
    try (StagedRelease release =
        Target.open(directory.resolve("public")).stage(Publishing.REQUEST)) {
      assertThatExceptionOfType(ReleaseException.class)
          .isThrownBy(() -> release.copy(file("a.png"), missing))
          .withMessage("cannot read " + missing + ": it is not there");
      assertThatExceptionOfType(ReleaseException.class)
          .isThrownBy(() -> release.copy(file("a.png"), Path.of("/dev/null")))
          .withMessage("cannot read /dev/null: it is not a regular file");
    }
  }

  @Test
  void aPathIsWrittenOnce() throws IOException {
    try (StagedRelease release = Target.open(directory).stage(Publishing.REQUEST)) {
      release.write(file("a/b"), new byte[1]);
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> release.write(file("a/b"), new byte[1]))
          .withMessage("'a/b' is written twice");
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () -> {
                release.write(file("a/b/c"), new byte[1]);
                release.goLive();
              })
          .withMessage("'a/b' is a file, and a directory too");
    }
  }

  @Test
  void manyThreadsWriteOneTree() throws Exception {
    byte[] content = "x".repeat(12_000).getBytes(StandardCharsets.UTF_8);
    List<Thread> threads = new ArrayList<>();
    try (StagedRelease release = Target.open(directory).stage(Publishing.REQUEST)) {
      for (int thread = 0; thread < 8; thread++) {
        int first = thread;
        threads.add(
            Thread.startVirtualThread(
                () -> {
                  for (int i = first; i < 800; i += 8) {
                    try {
                      release.write(file("d" + i % 7 + "/e" + i % 11 + "/" + i + ".html"), content);
                    } catch (ReleaseException e) {
                      throw new IllegalStateException(e);
                    }
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(release.goLive().files()).isEqualTo(800);
    }
    assertThat(read(directory.resolve("html"))).hasSize(800);
  }

  /// All writes, then the sync, then the exchanges, then the sync of the directories.
  @Test
  void theOrderOfOperationsIsWhatACrashAsksFor() throws IOException {
    publish(directory, 1);
    publish(directory, 2);
    List<String> order = new ArrayList<>();
    Path real = directory.toRealPath();
    Target target =
        Target.open(
            directory,
            new FaultyFiles(
                (name, path) -> {
                  if (!READS.contains(name)) {
                    order.add(name + " " + real.relativize(path));
                  }
                }));

    publish(target, Map.of("a/index.html", "3"));

    assertThat(order)
        .containsExactly(
            "lock .godwit/lock",
            "createDirectory .godwit/probe",
            "createDirectory .godwit/incoming",
            "exchange .godwit/incoming",
            "createFile .godwit/incoming/1",
            "setModified .godwit/incoming/1",
            "createDirectory .godwit/staging",
            "createFile .godwit/journal.new",
            "sync .godwit/journal.new",
            "replace .godwit/journal",
            "sync .godwit",
            "createDirectory .godwit/staging/a",
            "move .godwit/staging/a/index.html",
            "setModified .godwit/staging",
            "setModified .godwit/staging/a",
            "createFile .godwit/journal.new",
            "sync .godwit/journal.new",
            "replace .godwit/journal",
            "createFile .godwit/manifests/20260102T030405.000Z-3",
            "createFile .godwit/releases/20260102T030405.000Z-3",
            "syncFileSystem .godwit",
            "exchange html",
            "exchange html.old",
            "sync ",
            "sync .godwit",
            "createFile .godwit/journal.new",
            "sync .godwit/journal.new",
            "replace .godwit/journal");
  }

  private static void assertRefused(Path target, String message) {
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> publish(target, 1))
        .withMessage(message)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ReleaseException.Kind.REFUSED))
        .satisfies(e -> assertThat(e.remedy()).isPresent());
  }
}
