package godwit.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrnoTest {
  @TempDir Path directory;

  @Test
  void whatJavaThrowsIsToldByItsClassOrText() {
    assertThat(Errno.of(thrown(() -> Files.write(Path.of("/dev/full"), new byte[1]))))
        .isEqualTo(Errno.ENOSPC);
    assertThat(Errno.of(thrown(() -> Files.delete(directory.resolve("missing")))))
        .isEqualTo(Errno.ENOENT);
    assertThat(Errno.of(thrown(() -> Files.createDirectory(directory)))).isEqualTo(Errno.EEXIST);
    assertThat(Errno.of(thrown(() -> Files.createDirectory(directory.resolve("x".repeat(300))))))
        .isEqualTo(Errno.ENAMETOOLONG);
    assertThat(Errno.of(thrown(() -> Files.createDirectory(Path.of("/proc/self/status/a")))))
        .isEqualTo(Errno.ENOTDIR);
    assertThat(Errno.of(new IOException("something else"))).isNull();
    assertThat(Errno.of(new IOException())).isNull();
  }

  @Test
  void systemCallsTellTheirErrorNumber() {
    Path missing = directory.resolve("missing");
    assertThat(Errno.of(thrown(() -> SystemCalls.exchange(missing, directory))))
        .isEqualTo(Errno.ENOENT);
    assertThat(Errno.of(thrown(() -> SystemCalls.move(directory, directory.getParent()))))
        .isEqualTo(Errno.EEXIST);
    assertThat(Errno.of(thrown(() -> SystemCalls.exchange(directory, Path.of("/proc")))))
        .isIn(Errno.EXDEV, Errno.EBUSY);
    assertThat(Errno.of(thrown(() -> SystemCalls.openDirectory(missing)))).isEqualTo(Errno.ENOENT);
  }

  @Test
  void everyErrorIsDescribedWithWhatToDo() {
    for (Errno errno : Errno.values()) {
      ReleaseException told =
          ReleaseException.of(
              "write",
              Path.of("/a"),
              new SystemCallException("write", Path.of("/a"), null, errno.number()));
      assertThat(told).hasMessage("cannot write /a: " + errno.words());
      assertThat(told.remedy()).contains(errno.remedy());
      assertThat(SystemCalls.describe(errno.number())).isNotBlank();
    }
    ReleaseException unknown =
        ReleaseException.of(
            "write", Path.of("/a"), new SystemCallException("write", Path.of("/a"), null, 77));
    assertThat(unknown).hasMessage("cannot write /a: write: error 77");
    assertThat(unknown.remedy()).isEmpty();
  }

  private static IOException thrown(Action action) {
    IOException thrown = catchThrowableOfType(IOException.class, action::run);
    assertThat(thrown).isNotNull();
    return thrown;
  }

  private interface Action {
    void run() throws IOException;
  }
}
