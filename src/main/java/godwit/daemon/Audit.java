package godwit.daemon;

import godwit.control.CommandFace;
import godwit.daemon.socket.Peer;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a line for each command: who asked for what, and what became of it.
final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger("godwit.audit");

  /// Runs a command.
  CommandFace.Outcome of(
      Peer peer, String command, List<String> arguments, Supplier<CommandFace.Outcome> work) {
    long start = System.nanoTime();
    CommandFace.Outcome outcome = work.get();
    ended(peer, command, arguments, outcome.exitCode(), System.nanoTime() - start);
    return outcome;
  }

  /// Writes down what became of a command.
  void ended(Peer peer, String command, List<String> arguments, int exitCode, long nanos) {
    LOG.info(
        "pid={} uid={} gid={} user={} command={} arguments={} exit={} milliseconds={}",
        peer.pid(),
        peer.uid(),
        peer.gid(),
        peer.user(),
        command,
        arguments,
        exitCode,
        nanos / 1_000_000);
  }
}
