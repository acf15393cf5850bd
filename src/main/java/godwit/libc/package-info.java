/// The C library: the calls that Java has no method for, or only one method for what must be done
/// step by step. No other package uses the foreign function API.
///
/// Start reading at `SystemCall`, which makes a call and tells why it failed, and `Linkage`, which
/// finds a function. What can be called stands in the classes named `…Calls`, by what is called on:
/// a path, a descriptor, a socket. Each takes and gives Java's types.
///
/// To link the first function costs some 40 ms, and each further shape some 8 ms. So each function
/// stands in a nested class and is linked when it is first called; a command that calls none links
/// none.
///
/// Nothing here knows what the calls are for.
@NullMarked
package godwit.libc;

import org.jspecify.annotations.NullMarked;
