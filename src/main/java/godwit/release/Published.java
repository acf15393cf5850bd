package godwit.release;

import java.nio.file.Path;
import java.util.Optional;

/// What a swap has done.
///
/// @param id of the release that is live now
/// @param live the served directory
/// @param backup where what was live before is now; empty at the first publish
/// @param adopted whether the backup is a tree that Godwit did not make: a later publish will not
///   replace it
/// @param files number of files in the release
/// @param bytes what they hold together
public record Published(
    String id, Path live, Optional<Path> backup, boolean adopted, long files, long bytes) {}
