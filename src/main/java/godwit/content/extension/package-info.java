/// Extensions of commonmark-java for what Python-Markdown's `extra`, PHP Markdown Extra and
/// kramdown read and no published extension does: [DefinitionListExtension],
/// [AbbreviationExtension] and [AttributeListExtension]. Each is made as commonmark's own are, and
/// knows nothing of Godwit.
@NullMarked
package godwit.content.extension;

import org.jspecify.annotations.NullMarked;
