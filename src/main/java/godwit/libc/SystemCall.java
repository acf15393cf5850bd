package godwit.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// Makes calls that return -1 and set `errno` when they fail.
final class SystemCall {
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private SystemCall() {}

  /// A call as it is written down.
  interface Body {
    /// @param state where `errno` is kept, for a function of [Linkage#withErrno]
    /// @param arena for what the call is given; it is gone when the call has returned
    int make(MemorySegment state, Arena arena) throws Throwable;
  }

  /// Makes a call, and makes it again if a signal has interrupted it: for those that have done
  /// nothing then.
  ///
  /// @param name of the function
  /// @param file what it is about, a path or a descriptor
  /// @return what it returned
  static int repeated(String name, String file, Body body) throws SystemCallException {
    while (true) {
      try {
        return once(name, file, null, body);
      } catch (SystemCallException e) {
        if (!e.is(Errno.EINTR)) {
          throw e;
        }
      }
    }
  }

  /// Makes a call, and tells of it if a signal has interrupted it: for those that may have done
  /// something then.
  ///
  /// @param other the second path that it is about
  /// @throws SystemCallException with ENOSYS also where the C library has no such function
  static int once(String name, String file, @Nullable String other, Body body)
      throws SystemCallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int result = body.make(state, arena);
      if (result == -1) { // otherwise errno is what some earlier call left
        throw new SystemCallException(name, file, other, (int) ERRNO.get(state, 0L));
      }
      return result;
    } catch (SystemCallException e) {
      throw e;
    } catch (UnsatisfiedLinkError e) {
      var absent = new SystemCallException(name, file, other, Errno.ENOSYS.number());
      absent.initCause(e);
      throw absent;
    } catch (Throwable e) { // a method handle declares it; these throw nothing checked
      throw new IllegalStateException(name, e);
    }
  }
}
