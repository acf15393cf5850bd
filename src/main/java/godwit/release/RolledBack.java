package godwit.release;

import java.nio.file.Path;

/// What a rollback has done.
///
/// @param live the release that is live now
/// @param backup where what was live before is now
/// @param changes how the release that is live now differs from that
public record RolledBack(Release live, Path backup, Changes changes) {}
