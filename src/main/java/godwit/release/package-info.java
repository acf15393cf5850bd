/// The moment of publishing: a release is staged beside the served one, on the same file system,
/// and put in its place by an atomic exchange of two names.
///
/// Start reading at [Target]; [StagedRelease] is what a build writes into, `Swap` the exchange
/// itself, `Recovery` what is done about a publisher that died. Every change to the file system
/// goes through `FileOperations`, so that tests can make each one fail. How two names are exchanged
/// is the [Strategy], which `TargetFiles` hides from everything else.
///
/// Nothing here reads a clock, starts a thread or prints. Nothing here deletes or changes a tree
/// that Godwit did not make.
@NullMarked
package godwit.release;

import org.jspecify.annotations.NullMarked;
