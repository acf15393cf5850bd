package godwit.libc;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// Finds functions of the C library.
final class Linkage {
  private static final Linker.Option CAPTURE_ERRNO = Linker.Option.captureCallState("errno");

  private Linkage() {}

  /// A function that tells why it failed in `errno`, to be called through [SystemCall].
  ///
  /// @return takes, before what the function takes, where `errno` is to be kept
  /// @throws UnsatisfiedLinkError if the C library has no such function
  static MethodHandle withErrno(String name, FunctionDescriptor shape, Linker.Option... options) {
    Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = CAPTURE_ERRNO;
    return link(name, shape, all);
  }

  /// A function that tells in another way why it failed.
  ///
  /// @throws UnsatisfiedLinkError if the C library has no such function
  @SuppressWarnings("restricted") // the shapes are those of the C library's declarations
  static MethodHandle link(String name, FunctionDescriptor shape, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(address -> linker.downcallHandle(address, shape, options))
        .orElseThrow(() -> new UnsatisfiedLinkError(name));
  }
}
