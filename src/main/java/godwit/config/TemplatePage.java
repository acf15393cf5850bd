package godwit.config;

import godwit.diagnostic.SourcePosition;

/// A page that a template makes of its own.
///
/// @param template the name of its file
/// @param file that is made, below the site
/// @param position of what asks for it
public record TemplatePage(String template, String file, SourcePosition position) {}
