package godwit.control;

import godwit.build.BuildListener;
import java.io.PrintStream;
import java.util.List;

/// The commands as they are typed, for who gets them over a socket: they are parsed, run and told
/// by the same code as at the shell.
public interface CommandFace {
  /// Runs a command.
  ///
  /// @param command such as `publish`
  /// @param arguments what stands behind it at the shell
  /// @param site carries it out
  /// @param out gets the results, as the shell would show them
  /// @param err gets warnings and errors
  /// @param progress is told how far it is, by any thread
  Outcome run(
      String command,
      List<String> arguments,
      SiteCommands site,
      PrintStream out,
      PrintStream err,
      BuildListener progress);

  /// How a command is used, over several lines. @param command one that there is
  String usage(String command);

  /// What became of it.
  sealed interface Outcome {
    /// What the command tells the shell.
    int exitCode();

    /// It was run.
    record Ended(int exitCode) implements Outcome {}

    /// There is no such command, or it cannot be run from here. Nothing was printed.
    ///
    /// @param commands those that can
    record UnknownCommand(List<String> commands) implements Outcome {
      public UnknownCommand {
        commands = List.copyOf(commands);
      }

      @Override
      public int exitCode() {
        return 2;
      }
    }

    /// The arguments are wrong. That was printed as at the shell, and is here once more.
    ///
    /// @param message what is wrong, in a sentence without an end
    /// @param usage how the command is used, over several lines
    record WrongUsage(String message, String usage) implements Outcome {
      @Override
      public int exitCode() {
        return 2;
      }
    }
  }
}
