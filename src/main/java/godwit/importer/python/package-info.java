/// Reads a settings file that is written in Python, without running it.
///
/// Start with [ModuleReader]: it turns a file into its names and their values. [Tokenizer] cuts the
/// text, [StatementReader] goes through the statements, [ExpressionReader] finds out values. What
/// only running the program could tell is a [PythonValue.Unread] that says why; nothing is guessed.
/// Nothing here knows Pelican.
@NullMarked
package godwit.importer.python;

import org.jspecify.annotations.NullMarked;
