package godwit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// Makes the subcommands and gives them their surroundings.
final class CommandFactory {
  /// Those that a daemon carries out, too, in the order in which the help names them.
  static final List<String> OF_SITES =
      List.of(
          "build",
          "check",
          "list",
          "diff",
          "publish",
          "releases",
          "rollback",
          "fsck",
          "status",
          "schedule",
          "reload",
          "shutdown");

  /// All, in that order.
  static final List<String> NAMES = all();

  private final Surroundings surroundings;

  CommandFactory(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  private static List<String> all() {
    List<String> names = new ArrayList<>(List.of("init", "new", "import"));
    names.addAll(OF_SITES);
    names.add("daemon");
    return List.copyOf(names);
  }

  /// The names of the subcommands that there are here.
  List<String> names() {
    return switch (surroundings) {
      case Surroundings.Shell _ -> NAMES;
      case Surroundings.Served _ -> OF_SITES;
    };
  }

  /// A subcommand.
  ///
  /// @param name one of [#names]
  CommandLine command(String name) {
    Object command =
        switch (surroundings) {
          case Surroundings.Shell shell ->
              switch (name) {
                case "init" -> new InitCommand(shell);
                case "new" -> new NewCommand(shell);
                case "import" -> ImportCommand.withSubcommands(shell);
                case "daemon" -> new DaemonCommand(shell);
                default -> ofSite(name);
              };
          case Surroundings.Served _ -> ofSite(name);
        };
    return command instanceof CommandLine line ? line : new CommandLine(command);
  }

  private Object ofSite(String name) {
    return switch (name) {
      case "build" -> new BuildCommand(surroundings);
      case "check" -> new CheckCommand(surroundings);
      case "list" -> new ListCommand(surroundings);
      case "diff" -> new DiffCommand(surroundings);
      case "publish" -> new PublishCommand(surroundings);
      case "releases" -> new ReleasesCommand(surroundings);
      case "rollback" -> new RollbackCommand(surroundings);
      case "fsck" -> new FsckCommand(surroundings);
      case "status" -> new StatusCommand(surroundings);
      case "schedule" -> new ScheduleCommand(surroundings);
      case "reload" -> new ReloadCommand(surroundings);
      case "shutdown" -> new ShutdownCommand(surroundings);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
