/// Renders a [godwit.site.Site] into files: pages by FreeMarker templates, feeds and the sitemap as
/// XML.
///
/// Templates see the site through the models of this package only, which is their whitelist: no
/// reflection, no class, no method that is not named there. Start with [Renderer].
@NullMarked
package godwit.render;

import org.jspecify.annotations.NullMarked;
