package godwit.cli;

import godwit.build.BuildListener.Stage;
import godwit.config.DaemonSettings;
import godwit.config.SiteConfig;
import godwit.control.DaemonClient;
import godwit.control.DaemonException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Has a command done by the daemon of the site, if one is listening.
final class DaemonCall {
  /// Where the site and its daemon are: the daemon knows.
  private static final Set<String> NOT_SENT = Set.of("--site", "--socket", "--local");

  private static final Set<String> GOING_ON = Set.of("publish", "rollback");

  private final Surroundings.Shell shell;
  private final Map<String, String> environment;

  /// @param environment of the process, for where a daemon listens
  DaemonCall(Surroundings.Shell shell, Map<String, String> environment) {
    this.shell = shell;
    this.environment = environment;
  }

  /// @return the exit code; empty if the command is for this process
  Optional<Integer> run(ParseResult parsed) {
    ParseResult command = parsed.subcommand();
    if (command == null
        || command.isUsageHelpRequested()
        || command.isVersionHelpRequested()
        || !(mixin(command, "daemon") instanceof SocketOption daemon)
        || !(mixin(command, "options") instanceof SiteOptions options)
        || daemon.isLocal()) {
      return Optional.empty();
    }
    try {
      return daemon.socket().isPresent()
          ? Optional.of(askThere(daemon.socket().get().toAbsolutePath(), options, command))
          : askTheSites(options, command);
    } catch (DaemonException e) {
      return Optional.of(tell(e, daemon));
    } catch (IOException e) {
      throw new ExecutionException(command.commandSpec().commandLine(), "", e);
    }
  }

  private static Object mixin(ParseResult command, String name) {
    CommandSpec mixin = command.commandSpec().mixins().get(name);
    return mixin == null ? "" : mixin.userObject();
  }

  /// The daemon that was named must be there, and be the site's if there is one here.
  private int askThere(Path socket, SiteOptions options, ParseResult command) throws IOException {
    if (!DaemonSettings.fits(socket)) {
      throw new ParameterException(
          command.commandSpec().commandLine(),
          "the path of a socket can have %d bytes at most: %s"
              .formatted(DaemonSettings.MOST_BYTES, socket));
    }
    DaemonClient client = new DaemonClient(socket);
    Path served = client.site();
    Optional<Path> here = options.siteDirectory();
    if (here.isPresent() && !here.get().equals(served)) {
      throw new ParameterException(
          command.commandSpec().commandLine(),
          "the daemon at %s serves the site %s, not %s".formatted(socket, served, here.get()));
    }
    return ask(client, options, command);
  }

  private Optional<Integer> askTheSites(SiteOptions options, ParseResult command)
      throws IOException {
    Optional<SiteConfig> config = options.config(shell);
    if (config.isEmpty()) {
      return Optional.of(ExitCode.USAGE);
    }
    Path directory = config.get().directory();
    Path socket = config.get().daemon().socket(directory, environment);
    if (!DaemonSettings.fits(socket)) {
      return Optional.empty();
    }
    DaemonClient client = new DaemonClient(socket);
    return isFor(directory, client) ? Optional.of(ask(client, options, command)) : Optional.empty();
  }

  /// Whether a daemon for the site is there.
  private boolean isFor(Path directory, DaemonClient client) throws DaemonException {
    try {
      return client.site().equals(directory);
    } catch (DaemonException e) {
      return switch (e.kind()) {
        case NOBODY -> false;
        case STRANGER, BROKEN_OFF -> {
          shell.err().println("godwit: warning: " + e.getMessage() + "; doing it without a daemon");
          yield false;
        }
        case NOT_PERMITTED, BUSY, SILENT, WRONG, FAILED -> throw e;
      };
    }
  }

  private int ask(DaemonClient client, SiteOptions options, ParseResult command)
      throws IOException {
    String name = command.commandSpec().name();
    try (ProgressBar bar = ProgressBar.on(shell.err(), options);
        InterruptNotice _ = notice(name)) {
      return client.run(name, arguments(command), new Printing(bar));
    } finally {
      shell.out().flush();
    }
  }

  private InterruptNotice notice(String command) {
    String text =
        GOING_ON.contains(command)
            ? "the " + command + " goes on in the daemon; 'godwit status' tells how it ends"
            : "stopped waiting for the daemon";
    return new InterruptNotice(shell.err(), "godwit: " + text);
  }

  /// What stood behind the command, in one form.
  static List<String> arguments(ParseResult command) {
    List<String> arguments = new ArrayList<>();
    // One that is given twice is listed twice, each time with all its values.
    for (OptionSpec option : new LinkedHashSet<>(command.matchedOptions())) {
      if (NOT_SENT.contains(option.longestName())) {
        continue;
      }
      if (option.arity().max() == 0) {
        arguments.add(option.longestName());
      } else {
        option.originalStringValues().forEach(v -> arguments.add(option.longestName() + "=" + v));
      }
    }
    List<String> operands = new ArrayList<>();
    for (PositionalParamSpec operand : command.matchedPositionals()) {
      operands.addAll(operand.originalStringValues());
    }
    if (operands.stream().anyMatch(operand -> operand.startsWith("-"))) {
      arguments.add("--");
    }
    arguments.addAll(operands);
    return arguments;
  }

  private int tell(DaemonException e, SocketOption daemon) {
    PrintStream err = shell.err();
    err.println("godwit: " + e.getMessage());
    e.remedy().ifPresent(remedy -> err.println("  hint: " + remedy));
    if (e.kind() == DaemonException.Kind.NOT_PERMITTED && daemon instanceof DaemonOptions) {
      err.println("  hint: '--local' does it without the daemon, if you may");
    }
    return switch (e.kind()) {
      case NOBODY, STRANGER, BROKEN_OFF -> ExitCode.UNREACHABLE;
      case NOT_PERMITTED -> ExitCode.NOT_PERMITTED;
      case BUSY -> ExitCode.BUSY;
      case SILENT -> ExitCode.CANCELLED;
      case WRONG -> ExitCode.USAGE;
      case FAILED -> ExitCode.BUG;
    };
  }

  /// Prints what a command prints elsewhere.
  private final class Printing implements DaemonClient.Listener {
    private final ProgressBar bar;

    Printing(ProgressBar bar) {
      this.bar = bar;
    }

    @Override
    public void out(String text) {
      bar.close();
      shell.out().print(text);
    }

    @Override
    public void err(String text) {
      bar.close();
      shell.err().print(text);
    }

    @Override
    public void progress(Stage stage, int done, int total) {
      bar.progress(stage, done, total);
    }
  }
}
