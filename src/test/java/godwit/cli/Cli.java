package godwit.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.json.JSONObject;
import org.json.JSONParserConfiguration;

/// What a command told.
record Cli(int exitCode, String out, String err) {
  static Cli run(String... arguments) {
    return run(OptionalInt::empty, arguments);
  }

  /// The same on a terminal. @param columns how many it has
  static Cli onTerminal(int columns, String... arguments) {
    return run(() -> OptionalInt.of(columns), arguments);
  }

  private static Cli run(Supplier<OptionalInt> terminal, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            new Surroundings.Shell(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal),
            arguments);
    return new Cli(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// What is told of arguments that are wrong.
  static Cli wrongUsage(String command, String message) {
    return new Cli(2, "", "godwit: %s\nSee 'godwit %s --help'.\n".formatted(message, command));
  }

  /// What is told of a date that is none, in the second line of a file; nothing else is wrong.
  ///
  /// @param consequence what comes of it
  static Cli wrongDate(String file, String consequence) {
    return new Cli(
        1,
        "",
        """
        %s:2:7: error[date]: 'someday' is not a date
          hint: write YYYY-MM-DD, or YYYY-MM-DD HH:MM
        1 error; %s
        """
            .formatted(file, consequence));
  }

  /// What was printed, with the parts that differ from run to run replaced.
  Cli without(Path directory) {
    return new Cli(exitCode, masked(out, directory), masked(err, directory));
  }

  private static String masked(String text, Path directory) {
    return text.replace(directory.toString(), "DIR")
        .replaceAll("\\d+\\.\\d\\d s\\b", "N s")
        .replaceAll("\\d{8}T\\d{6}\\.\\d{3}Z", "ID")
        .replace(System.getProperty("java.home"), "JAVA");
  }

  /// The JSON on standard output. The parser takes nothing that RFC 8259 does not.
  JSONObject json() {
    return new JSONObject(out, new JSONParserConfiguration().withStrictMode(true));
  }
}
