/// Makes a `godwit.toml` of the settings of a Pelican blog, and says what does not come with it.
///
/// Start with [PelicanImport]. The settings are read by [godwit.importer.python], without running
/// them; `pelican-settings.txt` says what becomes of each, and the classes named `…Keys` make the
/// tables of the file. Nothing here writes a file or changes content.
@NullMarked
package godwit.importer;

import org.jspecify.annotations.NullMarked;
