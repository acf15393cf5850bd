/// Reads the files under `content/` into [Document]s: front matter, Markdown, HTML.
///
/// A document knows only its own file. Whatever needs another file (a link's address, a neighbour,
/// a list) is the business of `godwit.site`. Start with `DocumentReader`.
@NullMarked
package godwit.content;

import org.jspecify.annotations.NullMarked;
