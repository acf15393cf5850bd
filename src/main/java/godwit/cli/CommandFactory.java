package godwit.cli;

import java.io.PrintStream;
import picocli.CommandLine.IFactory;

/// Makes the commands and gives them what they print to. Naming each spares picocli the search for
/// constructors.
final class CommandFactory implements IFactory {
  private final PrintStream out;
  private final PrintStream err;
  private final IFactory others = picocli.CommandLine.defaultFactory();

  CommandFactory(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == InitCommand.class) {
      return type.cast(new InitCommand(out));
    } else if (type == NewCommand.class) {
      return type.cast(new NewCommand(out, err));
    } else if (type == BuildCommand.class) {
      return type.cast(new BuildCommand(out, err));
    } else if (type == PublishCommand.class) {
      return type.cast(new PublishCommand(out, err));
    } else if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(out, err));
    } else if (type == ListCommand.class) {
      return type.cast(new ListCommand(out, err));
    }
    return others.create(type);
  }
}
