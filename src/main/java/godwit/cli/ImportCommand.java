package godwit.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `godwit import`.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Makes a godwit.toml of the settings of another program.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  godwit import pelican ~/blog"})
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  /// The command with those of the programs that are known.
  static CommandLine withSubcommands(Surroundings.Shell shell) {
    CommandLine line = new CommandLine(new ImportCommand());
    line.addSubcommand("pelican", new ImportPelicanCommand(shell));
    return line;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
