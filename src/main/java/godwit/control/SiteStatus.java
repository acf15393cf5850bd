package godwit.control;

import godwit.release.Release;
import godwit.release.Strategy;
import java.nio.file.Path;
import java.util.Optional;

/// How a site stands.
///
/// @param site the site directory, absolute
/// @param target the directory above the served one
/// @param strategy how a release is put live
/// @param live the release that is served; empty if Godwit has made none
/// @param daemon what the daemon is at; empty if no daemon answers
public record SiteStatus(
    Path site,
    Path target,
    Strategy strategy,
    Optional<Release> live,
    Optional<DaemonStatus> daemon) {}
