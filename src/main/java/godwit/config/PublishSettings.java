package godwit.config;

/// Where the site is published (`[publish]`).
///
/// @param target the directory above the served one, relative to the site directory or absolute
public record PublishSettings(String target) {}
