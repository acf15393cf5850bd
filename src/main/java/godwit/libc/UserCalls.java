package godwit.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// What the system knows of its users.
public final class UserCalls {
  /// More than struct passwd has on any platform; only its first member, the name, is read.
  private static final int PASSWD_SIZE = 256;

  private static final int SMALLEST_TEXT = 1024;
  private static final int LARGEST_TEXT = 1 << 20;

  private UserCalls() {}

  /// The name of a user, as getpwuid_r(3) finds it.
  ///
  /// @return empty if the system knows none
  public static Optional<String> name(int uid) {
    for (int size = SMALLEST_TEXT; size <= LARGEST_TEXT; size *= 2) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment entry = arena.allocate(PASSWD_SIZE, ADDRESS.byteAlignment());
        MemorySegment text = arena.allocate(size);
        MemorySegment found = arena.allocate(ADDRESS);
        int error = (int) GetpwuidR.HANDLE.invokeExact(uid, entry, text, (long) size, found);
        if (error == Errno.ERANGE.number()) {
          continue;
        }
        if (error != 0 || found.get(ADDRESS, 0).address() == 0) {
          return Optional.empty();
        }
        return Optional.of(NativeText.read(entry.get(ADDRESS, 0)));
      } catch (Throwable e) { // a method handle declares it; this throws nothing checked
        throw new IllegalStateException("getpwuid_r", e);
      }
    }
    return Optional.empty();
  }

  /// The user that this process acts as, as geteuid(2) tells it; it cannot fail.
  public static int effective() {
    try {
      return (int) Geteuid.HANDLE.invokeExact();
    } catch (Throwable e) { // a method handle declares it; this throws nothing
      throw new IllegalStateException("geteuid", e);
    }
  }

  private static final class Geteuid {
    static final MethodHandle HANDLE = Linkage.link("geteuid", FunctionDescriptor.of(JAVA_INT));
  }

  private static final class GetpwuidR {
    static final MethodHandle HANDLE =
        Linkage.link(
            "getpwuid_r",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
  }
}
