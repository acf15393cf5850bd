/// Runs other programs. Start with `ChildProcess`.
///
/// What is run, and what becomes of what it prints, is the business of who runs it.
@NullMarked
package godwit.process;

import org.jspecify.annotations.NullMarked;
