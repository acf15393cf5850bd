package godwit.site;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// An address that crawlers are told of.
///
/// @param modified when what is read there last changed; null where that is not known
public record SitemapUrl(Address address, @Nullable ZonedDateTime modified) {}
