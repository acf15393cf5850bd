package godwit.control;

import godwit.release.Release;
import java.nio.file.Path;
import java.util.Optional;

/// How a site stands.
///
/// @param site the site directory, absolute
/// @param target the directory above the served one
/// @param live the release that is served; empty if Godwit has made none
/// @param daemon what the daemon is at; empty if no daemon answers
public record SiteStatus(
    Path site, Path target, Optional<Release> live, Optional<DaemonStatus> daemon) {}
