/// What an author is told about a mistake: where it is, what is wrong, what to do.
///
/// Start with [Diagnostic]. Nothing here prints; [Diagnostics] collects, the command line shows.
@NullMarked
package godwit.diagnostic;

import org.jspecify.annotations.NullMarked;
