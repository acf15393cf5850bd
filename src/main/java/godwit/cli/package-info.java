/// The `godwit` command: one class a subcommand, and everything that is printed. Start with [Main].
@NullMarked
package godwit.cli;

import org.jspecify.annotations.NullMarked;
