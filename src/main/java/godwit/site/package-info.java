/// Puts the documents together to a [Site]: addresses, terms, translations, neighbours, and the
/// plan of every file that the site will have.
///
/// Everything a page needs of other pages is computed here once for the whole site, never for each
/// page. Nothing here renders or writes. Start with [SiteAssembler].
@NullMarked
package godwit.site;

import org.jspecify.annotations.NullMarked;
