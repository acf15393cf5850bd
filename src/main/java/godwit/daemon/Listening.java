package godwit.daemon;

import godwit.config.DaemonSettings;
import java.nio.file.Path;
import java.util.Optional;

/// Where a daemon listens.
///
/// @param socket the path, to be told
/// @param settings by which it made the socket; empty if it was given one, and they have no say
record Listening(Path socket, Optional<DaemonSettings> settings) {}
