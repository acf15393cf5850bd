/// The settings of a site, read from `godwit.toml` into immutable records.
///
/// Start with [SiteConfig] and [ConfigReader]. Every key is declared once, in [ConfigKey]; the
/// reader, the hints for misspelt keys and the manual's table are held to that one list.
@NullMarked
package godwit.config;

import org.jspecify.annotations.NullMarked;
