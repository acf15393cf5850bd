package godwit.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemCallTest {
  @TempDir Path directory;

  @Test
  void errnoIsOfNoMeaningUnlessTheCallHasFailed() throws SystemCallException {
    for (int result : new int[] {0, 5, -2}) {
      assertThat(
              SystemCall.once(
                  "call",
                  "file",
                  null,
                  (state, _) -> {
                    setErrno(state, Errno.EIO);
                    return result;
                  }))
          .isEqualTo(result);
    }
  }

  @Test
  void aFailureTellsWhatWasCalledOnWhatAndWhy() {
    SystemCallException failure =
        catchThrowableOfType(
            SystemCallException.class,
            () -> SystemCall.once("call", "a", "b", (state, _) -> failed(state, Errno.ENOSPC)));
    assertThat(failure.errno()).isEqualTo(28);
    assertThat(failure.is(Errno.ENOSPC)).isTrue();
    assertThat(failure.is(Errno.EIO)).isFalse();
    assertThat(failure).hasMessage("a -> b: call: No space left on device");
    assertThat(failure.getReason()).isEqualTo("call: No space left on device");
  }

  @Test
  void onlyARepeatedCallIsMadeAgainAfterASignal() throws SystemCallException {
    AtomicInteger calls = new AtomicInteger();
    SystemCall.Body interruptedTwice =
        (state, _) -> calls.incrementAndGet() < 3 ? failed(state, Errno.EINTR) : 7;
    assertThat(SystemCall.repeated("call", "file", interruptedTwice)).isEqualTo(7);
    assertThat(calls).hasValue(3);

    calls.set(0);
    SystemCallException failure =
        catchThrowableOfType(
            SystemCallException.class,
            () -> SystemCall.once("call", "file", null, interruptedTwice));
    assertThat(failure.is(Errno.EINTR)).isTrue();
    assertThat(calls).hasValue(1);
  }

  @Test
  void otherFailuresEndARepeatedCall() {
    SystemCallException failure =
        catchThrowableOfType(
            SystemCallException.class,
            () -> SystemCall.repeated("call", "file", (state, _) -> failed(state, Errno.EIO)));
    assertThat(failure.is(Errno.EIO)).isTrue();
  }

  /// Holds a function as those that there are, each of them linked when it is called first.
  private static final class Absent {
    static final MethodHandle HANDLE =
        Linkage.withErrno("godwit_none", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  }

  @RepeatedTest(2) // a class that failed to start would fail in another way the second time
  void aFunctionThatTheLibraryDoesNotHaveIsACallThatTheSystemDoesNotKnow() {
    SystemCallException failure =
        catchThrowableOfType(
            SystemCallException.class,
            () ->
                SystemCall.once(
                    "godwit_none",
                    "file",
                    null,
                    (state, _) -> (int) Absent.HANDLE.invokeExact(state, 1)));
    assertThat(failure.is(Errno.ENOSYS)).isTrue();
    assertThat(failure).hasCauseInstanceOf(UnsatisfiedLinkError.class);
  }

  @Test
  void aLinkIsFollowedUnlessItIsNotToBe() throws Exception {
    Path file = directory.resolve("file");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    DescriptorCalls.close(FileCalls.openOrCreate(link, 0600));
    assertThat(file).isRegularFile();
    SystemCallException failure =
        catchThrowableOfType(
            SystemCallException.class,
            () -> FileCalls.openOrCreate(link, 0600, LinkOption.NOFOLLOW_LINKS));
    assertThat(failure.is(Errno.ELOOP)).isTrue();
  }

  private static int failed(MemorySegment state, Errno errno) {
    setErrno(state, errno);
    return -1;
  }

  private static void setErrno(MemorySegment state, Errno errno) {
    Linker.Option.captureStateLayout()
        .varHandle(PathElement.groupElement("errno"))
        .set(state, 0L, errno.number());
  }
}
