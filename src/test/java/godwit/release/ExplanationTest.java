package godwit.release;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.libc.Errno;
import godwit.libc.SystemCallException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Set<Errno> OF_SOCKETS =
      Set.of(Errno.EAGAIN, Errno.ERANGE, Errno.ECONNABORTED, Errno.ECONNREFUSED);

  @Test
  void everyErrorOfAPublisherIsDescribedWithWhatToDo() {
    for (Errno errno : EnumSet.complementOf(EnumSet.copyOf(OF_SOCKETS))) {
      Explanation explanation = Explanation.of(errno);
      assertThat(explanation).as(errno.name()).isNotNull();
      ReleaseException told = told(errno.number());
      assertThat(told).hasMessage("cannot write /a: " + explanation.words());
      assertThat(told.remedy()).contains(explanation.remedy());
    }
  }

  @Test
  void ofAnotherThereIsWhatTheCLibrarySays() {
    assertThat(told(77)).hasMessage("cannot write /a: write: File descriptor in bad state");
    assertThat(told(77).remedy()).isEmpty();
    for (Errno errno : OF_SOCKETS) {
      assertThat(told(errno.number()).remedy()).isEmpty();
    }
  }

  private static ReleaseException told(int errno) {
    return ReleaseException.of(
        "write", Path.of("/a"), new SystemCallException("write", "/a", null, errno));
  }
}
