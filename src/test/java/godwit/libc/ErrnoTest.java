package godwit.libc;

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
    assertThat(Errno.of(thrown(() -> FileCalls.exchange(missing, directory))))
        .isEqualTo(Errno.ENOENT);
    assertThat(Errno.of(thrown(() -> FileCalls.move(directory, directory.getParent()))))
        .isEqualTo(Errno.EEXIST);
    // Of two file systems, and that is found before anybody's permissions are looked at.
    assertThat(Errno.of(thrown(() -> FileCalls.exchange(directory, Path.of("/proc/self")))))
        .isEqualTo(Errno.EXDEV);
    assertThat(Errno.of(thrown(() -> FileCalls.openDirectory(missing)))).isEqualTo(Errno.ENOENT);
  }

  @Test
  void theCLibraryDescribesEach() {
    for (Errno errno : Errno.values()) {
      assertThat(Errno.of(errno.number())).isEqualTo(errno);
      assertThat(Errno.describe(errno.number())).isNotBlank().isNotEqualTo(Errno.describe(4095));
    }
    assertThat(Errno.of(77)).isNull();
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
