package godwit.release;

import java.nio.file.Path;

/// Something that somebody put or changed by hand in a tree that was served, and that was moved out
/// before Godwit used the tree again.
///
/// @param path where it was in the tree; empty if it is the whole tree
/// @param release that the tree held
/// @param changed whether the release has a file of that name, with other bytes
/// @param now where it is
public record Kept(String path, String release, boolean changed, Path now) {}
