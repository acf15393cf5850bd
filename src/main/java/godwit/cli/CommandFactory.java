package godwit.cli;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;

/// Makes the subcommands and gives them what they print to.
final class CommandFactory {
  /// In the order in which the help names them.
  static final List<String> NAMES =
      List.of(
          "init",
          "new",
          "build",
          "check",
          "list",
          "diff",
          "publish",
          "releases",
          "rollback",
          "fsck");

  private final PrintStream out;
  private final PrintStream err;

  CommandFactory(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// A subcommand.
  ///
  /// @param name one of [#NAMES]
  CommandLine command(String name) {
    Object command =
        switch (name) {
          case "init" -> new InitCommand(out);
          case "new" -> new NewCommand(out, err);
          case "build" -> new BuildCommand(out, err);
          case "diff" -> new DiffCommand(out, err);
          case "releases" -> new ReleasesCommand(out, err);
          case "rollback" -> new RollbackCommand(out, err);
          case "fsck" -> new FsckCommand(out, err);
          case "publish" -> new PublishCommand(out, err);
          case "check" -> new CheckCommand(out, err);
          case "list" -> new ListCommand(out, err);
          default -> throw new IllegalArgumentException(name);
        };
    return new CommandLine(command);
  }
}
