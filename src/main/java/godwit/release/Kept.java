package godwit.release;

import java.nio.file.Path;
import java.util.Optional;

/// Something that somebody put or changed by hand in a tree that was served, and that was moved out
/// before Godwit used the tree again.
///
/// @param path where it was in the tree; empty if it is the whole tree
/// @param release that the tree held
/// @param changed whether the release has a file of that name, with other bytes
/// @param now where it is
/// @param obstacle what kept Godwit from using the whole tree, in words; empty if nothing did
public record Kept(
    String path, String release, boolean changed, Path now, Optional<String> obstacle) {}
