package godwit.config;

/// What becomes of the files that pages load (`[assets]`).
///
/// @param fingerprint whether pages load them by names that change with their bytes
public record AssetSettings(boolean fingerprint) {}
