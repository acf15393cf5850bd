package godwit.release;

import static godwit.release.Publishing.HOLDER;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static godwit.release.Publishing.tree;
import static godwit.release.Publishing.write;
import static godwit.release.Publishing.wrongs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import godwit.libc.Errno;
import godwit.libc.SystemCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What each strategy does, also where the file system has neither `RENAME_EXCHANGE` nor
/// `RENAME_NOREPLACE`, and when another one is chosen.
class StrategyTest {
  @TempDir Path directory;

  private Path target = Path.of("");

  @BeforeEach
  void resolve() throws IOException {
    target = directory.toRealPath();
  }

  @ParameterizedTest
  @EnumSource(names = {"SYMLINK", "RENAME"})
  void worksWithRenameAlone(Strategy strategy) throws IOException {
    Target plain = Target.open(target, strategy, withoutFlags(Errno.EINVAL));
    List<String> ids = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      ids.add(publish(plain, release(number)).id());
      assertThat(tree(target, "html")).isEqualTo(release(number));
    }
    assertThat(tree(target, "html.old")).isEqualTo(release(4));
    plain.rollback(HOLDER, Optional.empty(), Publishing.SITES);
    assertThat(tree(target, "html")).isEqualTo(release(4));
    assertThat(tree(target, "html.old")).isEqualTo(release(5));
    plain.rollback(HOLDER, Optional.of(ids.getFirst()), Publishing.SITES);
    assertThat(tree(target, "html")).isEqualTo(release(1));
    assertThat(tree(target, "html.old")).isEqualTo(release(4));
    publish(plain, release(6));
    assertThat(plain.check(HOLDER)).isEmpty();
    assertThat(wrongs(target)).isEmpty();
    Files.writeString(target.resolve("html/index.html"), "changed");
    assertThat(plain.check(HOLDER)).extracting(Finding::place).containsExactly("html/index.html");
  }

  @ParameterizedTest
  @EnumSource(names = {"EINVAL", "ENOSYS"})
  void exchangeIsNeverReplacedByAnotherStrategyInSilence(Errno errno) throws IOException {
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> Target.open(target, withoutFlags(errno)).stage(Publishing.REQUEST))
        .withMessageContaining("cannot exchange directories in " + target.resolve(".godwit"))
        .satisfies(
            e -> assertThat(e.remedy().orElseThrow()).contains("publish.strategy = \"symlink\""));
    assertThat(target.resolve("html")).doesNotExist();
  }

  @Test
  void aDirectoryBecomesALinkByHandWhereItCannotBeExchanged() throws Exception {
    for (int number = 1; number <= 3; number++) {
      publish(target, number);
    }
    Target plain = Target.open(target, Strategy.SYMLINK, withoutFlags(Errno.EINVAL));
    write(target.resolve("html.1/mine"), "mine");
    List<String> commands = new ArrayList<>();
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> plain.stage(Publishing.REQUEST))
        .withMessageContaining(target.resolve("html") + " is a directory")
        .satisfies(e -> commands.add(e.remedy().orElseThrow().replaceAll("^[^`]*`|`[^`]*$", "")));
    assertThat(tree(target, "html")).isEqualTo(release(3));

    run(commands.getFirst());
    assertThat(tree(target, "html")).isEqualTo(release(3));
    publish(plain, release(4));
    assertThat(tree(target, "html")).isEqualTo(release(4));
    assertThat(tree(target, "html.old")).isEqualTo(release(3));
    assertThat(read(target.resolve("html.1"))).isEqualTo(Map.of("mine", "mine"));
    assertThat(wrongs(target)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EXCHANGE, SYMLINK",
    "EXCHANGE, RENAME",
    "SYMLINK, EXCHANGE",
    "SYMLINK, RENAME",
    "RENAME, EXCHANGE",
    "RENAME, SYMLINK"
  })
  void whatAnotherStrategyLeftIsGoneOnWith(Strategy before, Strategy after) throws IOException {
    for (int releases = 1; releases <= 4; releases++) {
      Path each = Files.createDirectory(target.resolve("target" + releases));
      for (int number = 1; number <= releases; number++) {
        publish(Target.open(each, before), release(number));
      }
      Target changed = Target.open(each, after);
      assertThat(changed.check(HOLDER)).isEmpty();
      assertThat(changed.releases(HOLDER)).hasSize(releases);
      publish(changed, release(8));
      assertThat(tree(each, "html")).isEqualTo(release(8));
      assertThat(tree(each, "html.old")).isEqualTo(release(releases));
      assertThat(Files.isSymbolicLink(each.resolve("html"))).isEqualTo(after == Strategy.SYMLINK);
      changed.rollback(HOLDER, Optional.empty(), Publishing.SITES);
      assertThat(tree(each, "html")).isEqualTo(release(releases));
      assertThat(wrongs(each)).isEmpty();
    }
  }

  @Test
  void whatIsInASlotIsServedAsItIsMade() throws IOException {
    Target links = Target.open(target, Strategy.SYMLINK);
    for (int number = 1; number <= 4; number++) {
      publish(links, release(number));
    }
    assertThat(Files.readSymbolicLink(target.resolve("html"))).hasToString("html.1");
    assertThat(Files.readSymbolicLink(target.resolve("html.old"))).hasToString("html.3");
    assertThat(Files.readSymbolicLink(target.resolve(".godwit/staging"))).hasToString("../html.2");
    assertThat(target.resolve("html.4")).doesNotExist();
    assertThat(read(target.resolve("html.1"))).isEqualTo(release(4));
  }

  @ParameterizedTest
  @EnumSource
  void aLinkThatGodwitDidNotMakeIsLeftAlone(Strategy strategy) throws IOException {
    for (String text : List.of("elsewhere", "html.1")) {
      Path each = Files.createDirectory(target.resolve("to-" + text));
      write(each.resolve(text).resolve("index.html"), "theirs");
      Files.createSymbolicLink(each.resolve("html"), Path.of(text));
      assertThatExceptionOfType(ReleaseException.class)
          .isThrownBy(() -> publish(Target.open(each, strategy), release(1)))
          .withMessageContaining(each.resolve("html") + " is a symbolic link");
      assertThat(read(each.resolve("html"))).isEqualTo(Map.of("", "-> " + text));
      assertThat(read(each.resolve(text))).isEqualTo(Map.of("index.html", "theirs"));
    }
  }

  @Test
  void linksWhoseNotesAreLostCanBeMadeDirectories() throws Exception {
    Target links = Target.open(target, Strategy.SYMLINK);
    publish(links, release(1));
    publish(links, release(2));
    new SystemFiles().deleteTree(target.resolve(".godwit"));
    for (String name : List.of("html", "html.old")) {
      List<String> remedy = new ArrayList<>();
      assertThatExceptionOfType(ReleaseException.class)
          .isThrownBy(() -> publish(links, release(3)))
          .withMessageContaining(target.resolve(name) + " is a symbolic link")
          .satisfies(e -> remedy.add(e.remedy().orElseThrow()));
      run(remedy.getFirst().replaceAll("^[^`]*`|`.*$", ""));
    }
    assertThat(tree(target, "html")).isEqualTo(release(2));
    assertThat(tree(target, "html.old")).isEqualTo(release(1));
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> publish(links, release(3)))
        .withMessageContaining("Godwit has no record of " + target.resolve("html.old"));
  }

  private static void run(String command) throws Exception {
    Process shell = new ProcessBuilder("sh", "-ec", command).inheritIO().start();
    assertThat(shell.waitFor()).as(command).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aDirectoryOfAnotherToolBecomesTheBackup(Strategy strategy) throws IOException {
    write(target.resolve("html/index.html"), "theirs");
    write(target.resolve("html.2/index.html"), "theirs too");
    publish(Target.open(target, strategy), release(1));
    assertThat(tree(target, "html")).isEqualTo(release(1));
    assertThat(tree(target, "html.old")).isEqualTo(Map.of("index.html", "theirs"));
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> publish(Target.open(target, strategy), release(2)))
        .withMessageContaining("Godwit has no record of " + target.resolve("html.old"));
    assertThat(tree(target, "html.old")).isEqualTo(Map.of("index.html", "theirs"));
    assertThat(read(target.resolve("html.2"))).isEqualTo(Map.of("index.html", "theirs too"));
  }

  @Test
  void aSlotThatWasDeletedByHandIsAsIfItsNameHadBeen() throws IOException {
    for (Strategy next : Strategy.values()) {
      Path each = Files.createDirectory(target.resolve(next.label()));
      Target links = Target.open(each, Strategy.SYMLINK);
      publish(links, release(1));
      publish(links, release(2));
      new SystemFiles().deleteTree(each.resolve("html").toRealPath());
      publish(Target.open(each, next), release(3));
      assertThat(tree(each, "html")).isEqualTo(release(3));
      assertThat(tree(each, "html.old")).isEqualTo(release(1));
    }
  }

  /// What file systems do that know no more than rename(2).
  private static FaultyFiles withoutFlags(Errno errno) {
    return new FaultyFiles(
        (name, path) -> {
          if (name.equals("exchange") || name.equals("move")) {
            throw new SystemCallException("renameat2", path.toString(), null, errno.number());
          }
        });
  }
}
