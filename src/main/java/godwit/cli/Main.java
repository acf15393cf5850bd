package godwit.cli;

import godwit.control.BusyException;
import godwit.control.CancelledException;
import godwit.release.ReleaseException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The `godwit` command.
@Command(
    name = "godwit",
    mixinStandardHelpOptions = true,
    version = "godwit " + Main.VERSION,
    description = "Publishes a site of Markdown files, whole or not at all.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "A first site:",
      "  godwit init my-blog",
      "  cd my-blog",
      "  godwit publish",
      "",
      "'godwit COMMAND --help' tells more of a command."
    })
public final class Main implements Callable<Integer> {
  static final String VERSION = "0.1.0";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }

  public static void main(String[] arguments) {
    // Whatever the locale says: what Godwit prints quotes files that are UTF-8.
    StandardOutput output = new StandardOutput();
    PrintStream out = new PrintStream(output.buffered(), false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = run(new Surroundings.Shell(out, err, Terminal::columns), arguments);
    out.flush();
    System.exit(output.exitCode(code, arguments, err));
  }

  /// Runs a command. @return the exit code
  static int run(Surroundings.Shell shell, String... arguments) {
    CommandLine line = commandLine(shell, arguments);
    DaemonCall daemon = new DaemonCall(shell, System.getenv());
    line.setExecutionStrategy(
        parsed -> daemon.run(parsed).orElseGet(() -> new CommandLine.RunLast().execute(parsed)));
    line.setParameterExceptionHandler((e, _) -> wrong(e, shell.err()));
    return line.execute(arguments);
  }

  /// Tells that the arguments are wrong. @return the exit code
  static int wrong(CommandLine.ParameterException e, PrintStream err) {
    CommandLine command = e.getCommandLine();
    err.println("godwit: " + message(e));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
      err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    return ExitCode.USAGE;
  }

  /// What is wrong, in a sentence without an end.
  static String message(CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()) {
      return "%s %s '%s'"
          .formatted(
              command.getCommandSpec().qualifiedName(),
              command.getParent() == null || !command.getSubcommands().isEmpty()
                  ? "has no command"
                  : "takes no argument",
              unmatched.getUnmatched().getFirst());
    }
    return String.valueOf(e.getMessage());
  }

  /// The command with the subcommand that the arguments name, or with all where they name none, for
  /// the help and for suggestions. Making one costs as much as the rest of a start.
  static CommandLine commandLine(Surroundings surroundings, String... arguments) {
    CommandFactory factory = new CommandFactory(surroundings);
    CommandLine line = new CommandLine(new Main());
    String first = arguments.length == 0 ? "" : arguments[0];
    if (factory.names().contains(first)) {
      line.addSubcommand(first, factory.command(first));
    } else if (!first.equals("--version") && !first.equals("-V")) {
      factory.names().forEach(name -> line.addSubcommand(name, factory.command(name)));
    }
    line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(Main::failed);
    return line;
  }

  /// The one place where what a command did not expect is told.
  private static int failed(Exception e, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    return switch (e) {
      case ReleaseException failure -> {
        err.println("godwit: " + failure.getMessage());
        failure.remedy().ifPresent(remedy -> err.println("  hint: " + remedy));
        yield switch (failure.kind()) {
          case BUSY -> ExitCode.BUSY;
          case NOT_PERMITTED -> ExitCode.NOT_PERMITTED;
          case REFUSED, FAILED -> ExitCode.FAILED;
        };
      }
      case CancelledException cancelled -> {
        err.println("godwit: " + cancelled.getMessage());
        yield ExitCode.CANCELLED;
      }
      case BusyException busy -> {
        err.println("godwit: " + busy.getMessage());
        err.println("  hint: " + busy.remedy());
        yield ExitCode.BUSY;
      }
      case AccessDeniedException denied -> {
        err.println("godwit: no permission for " + denied.getFile());
        yield ExitCode.NOT_PERMITTED;
      }
      case IOException failure -> {
        err.println("godwit: " + words(failure));
        yield ExitCode.FAILED;
      }
      case InvalidPathException path -> {
        err.println("godwit: the locale has no such letters in file names: " + path.getInput());
        err.println("  hint: set a UTF-8 locale, such as LC_ALL=C.UTF-8");
        yield ExitCode.FAILED;
      }
      default -> {
        err.println("godwit: this is a bug in Godwit " + VERSION + "; please report what follows");
        e.printStackTrace(err);
        yield ExitCode.BUG;
      }
    };
  }

  /// The messages of file operations are often no more than the path.
  private static String words(IOException failure) {
    String kind =
        failure.getClass() == IOException.class ? "" : failure.getClass().getSimpleName() + ": ";
    return kind + failure.getMessage();
  }
}
