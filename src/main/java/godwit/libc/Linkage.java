package godwit.libc;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/// Finds functions of the C library.
final class Linkage {
  private static final Linker.Option CAPTURE_ERRNO = Linker.Option.captureCallState("errno");

  private Linkage() {}

  /// A function that tells why it failed in `errno`, to be called through [SystemCall].
  ///
  /// @return takes, before what the function takes, where `errno` is to be kept; throws an
  ///   UnsatisfiedLinkError each time if the C library has no such function
  static MethodHandle withErrno(String name, FunctionDescriptor shape, Linker.Option... options) {
    Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = CAPTURE_ERRNO;
    return link(name, shape, all);
  }

  /// A function that tells in another way why it failed.
  ///
  /// @return the same
  @SuppressWarnings("restricted") // the shapes are those of the C library's declarations
  static MethodHandle link(String name, FunctionDescriptor shape, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(address -> linker.downcallHandle(address, shape, options))
        .orElseGet(() -> absent(name, linker.downcallHandle(shape, options).type()));
  }

  /// @param type with the address, which comes first
  private static MethodHandle absent(String name, MethodType type) {
    MethodHandle thrower =
        MethodHandles.throwException(type.returnType(), UnsatisfiedLinkError.class);
    return MethodHandles.dropArguments(
        thrower.bindTo(new UnsatisfiedLinkError(name)),
        0,
        type.dropParameterTypes(0, 1).parameterList());
  }
}
