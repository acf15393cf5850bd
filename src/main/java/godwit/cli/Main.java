package godwit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `godwit` command.
@Command(name = "godwit", mixinStandardHelpOptions = true, version = "godwit 0.1.0")
public final class Main implements Runnable {
  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
