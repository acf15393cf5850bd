package godwit.site;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A style sheet, font or image of the theme.
///
/// @param path below the theme's `assets` directory
/// @param file where the site has its own; null for the default theme's
public record ThemeAsset(String path, @Nullable Path file) {}
