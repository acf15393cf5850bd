package godwit.publish;

import godwit.config.PublishSettings.After;
import godwit.diagnostic.Diagnostics;
import godwit.process.ChildProcess;
import godwit.process.TemporaryFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs what the settings want run after a publish or a rollback, one after the other.
///
/// That is after the target's lock is released: a slow command does not hold up the next publish,
/// and a command may call `godwit` itself. What fails is told, and changes nothing of what is
/// published.
final class AfterCommands {
  /// How many bytes of what a command printed are kept.
  private static final int SHOWN = 4 << 10;

  private final List<After> commands;

  AfterCommands(List<After> commands) {
    this.commands = List.copyOf(commands);
  }

  /// @param diagnostics receives a warning for each that fails
  List<AfterRun> run(AfterEvent event, Diagnostics diagnostics) {
    List<AfterRun> runs = new ArrayList<>();
    for (After command : commands) {
      AfterRun run = run(command, event);
      run.failure().ifPresent(failure -> warn(command, failure, run.output(), diagnostics));
      runs.add(run);
    }
    return runs;
  }

  private static AfterRun run(After command, AfterEvent event) {
    try (TemporaryFile input = TemporaryFile.make();
        TemporaryFile output = TemporaryFile.make()) {
      OutputStream json = new BufferedOutputStream(Channels.newOutputStream(input.channel()));
      event.write(json);
      json.flush();
      Optional<String> failure =
          new ChildProcess(command.command(), command.directory(), command.timeout())
              .run(input.path(), output, output, event.environment())
              .map(ChildProcess.Failure::words);
      return new AfterRun(command.command(), failure, output.end(SHOWN).strip());
    } catch (IOException e) {
      String failure = "there is no room for what it reads and prints: " + e.getMessage();
      return new AfterRun(command.command(), Optional.of(failure), "");
    }
  }

  private static void warn(After command, String failure, String output, Diagnostics diagnostics) {
    String last = output.lines().reduce("", (_, line) -> line).strip();
    diagnostics.warning(
        command.position(),
        "after",
        "'%s': %s".formatted(String.join(" ", command.command()), failure)
            + (last.isEmpty() ? "" : "; it printed last: " + last),
        "what was published is live all the same; run the command by hand if it matters");
  }
}
