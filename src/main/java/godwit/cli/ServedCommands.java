package godwit.cli;

import godwit.build.BuildListener;
import godwit.control.CommandFace;
import godwit.control.SiteCommands;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The commands as a daemon runs them.
final class ServedCommands implements CommandFace {
  /// What is about the process of the one who asks, or about where the site is.
  private static final Set<String> NOT_SERVED =
      Set.of("--site", "--threads", "--output", "--local", "--socket");

  @Override
  public Outcome run(
      String command,
      List<String> arguments,
      SiteCommands site,
      PrintStream out,
      PrintStream err,
      BuildListener progress) {
    if (!CommandFactory.OF_SITES.contains(command)) {
      return new Outcome.UnknownCommand(CommandFactory.OF_SITES);
    }
    String[] all = Stream.concat(Stream.of(command), arguments.stream()).toArray(String[]::new);
    CommandLine line = Main.commandLine(new Surroundings.Served(out, err, site, progress), all);
    // An argument '@FILE' would be replaced by what the file holds, as the daemon can read it.
    line.setExpandAtFiles(false);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setExecutionStrategy(
        parsed -> {
          check(parsed.subcommand());
          return new CommandLine.RunLast().execute(parsed);
        });
    AtomicReference<ParameterException> wrong = new AtomicReference<>();
    line.setParameterExceptionHandler(
        (e, _) -> {
          wrong.set(e);
          return Main.wrong(e, err);
        });
    int exitCode = line.execute(all);
    out.flush();
    err.flush();
    ParameterException e = wrong.get();
    return e == null
        ? new Outcome.Ended(exitCode)
        : new Outcome.WrongUsage(Main.message(e), usage(e.getCommandLine()));
  }

  @Override
  public String usage(String command) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    CommandLine line = Main.commandLine(new Surroundings.Shell(nowhere, nowhere), command);
    return usage(line.getSubcommands().getOrDefault(command, line));
  }

  /// Without what cannot be asked of a daemon.
  private static String usage(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    for (String name : NOT_SERVED) {
      OptionSpec option = spec.findOption(name);
      if (option != null) {
        spec.remove(option);
      }
    }
    return command.getUsageMessage(Ansi.OFF);
  }

  private static void check(ParseResult command) {
    for (OptionSpec option : command.matchedOptions()) {
      if (NOT_SERVED.contains(option.longestName())) {
        CommandSpec spec = command.commandSpec();
        String without = "; '" + spec.qualifiedName() + " --local' works without one";
        throw new ParameterException(
            spec.commandLine(),
            option.longestName()
                + " cannot be asked of a daemon"
                + (spec.optionsMap().containsKey("--local") ? without : ""));
      }
    }
  }
}
