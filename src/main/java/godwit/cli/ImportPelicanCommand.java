package godwit.cli;

import godwit.control.Json;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import godwit.importer.ImportResult;
import godwit.importer.PelicanImport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `godwit import pelican`.
@Command(
    name = "pelican",
    mixinStandardHelpOptions = true,
    description =
        "Makes a godwit.toml of pelicanconf.py and publishconf.py, and lists what to look at.",
    footer = {
      "",
      "The settings are read without running them. No content is changed, and a",
      "godwit.toml that is there already is never written over.",
      "",
      "Example:",
      "  godwit import pelican ~/blog"
    })
final class ImportPelicanCommand implements Callable<Integer> {
  private static final String CONFIG_FILE = "godwit.toml";

  private final PrintStream out;
  private final PrintStream err;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "",
      description = "The directory of pelicanconf.py (default: here).")
  private Path directory = Path.of("");

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but warnings and errors.")
  private boolean quiet;

  @Option(names = "--json", description = "Print the result as JSON, for programs.")
  private boolean json;

  ImportPelicanCommand(Surroundings.Shell shell) {
    this.out = shell.out();
    this.err = shell.err();
  }

  @Override
  public Integer call() throws IOException {
    Path given = directory.toAbsolutePath().normalize();
    if (!Files.isDirectory(given)) {
      throw new ParameterException(spec.commandLine(), "there is no directory " + given);
    }
    Path site = given.toRealPath();
    Path config = site.resolve(CONFIG_FILE);
    if (Files.exists(config, LinkOption.NOFOLLOW_LINKS)) {
      return refuse(wrong("it is there already", "move it away or delete it, then import again"));
    }
    return switch (PelicanImport.read(site)) {
      case ImportResult.Refused refused -> refuse(refused.diagnostics());
      case ImportResult.Imported imported -> {
        try {
          Files.writeString(config, imported.toml(), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
          yield refuse(
              wrong(
                  "it cannot be written: " + e.getClass().getSimpleName(),
                  "let the user that runs Godwit write in " + site + ", then import again"));
        }
        tell(imported, site);
        yield ExitCode.DONE;
      }
    };
  }

  /// What is wrong with the file that is to be made.
  private static List<Diagnostic> wrong(String message, String hint) {
    return List.of(
        new Diagnostic(
            Severity.ERROR, "import-file", SourcePosition.ofFile(CONFIG_FILE), message, hint));
  }

  private int refuse(List<Diagnostic> diagnostics) {
    if (json) {
      Json.print(out, writer -> Json.failure(writer, "import", diagnostics));
    } else {
      Report.diagnostics(err, diagnostics);
      Report.refusal(err, diagnostics, "nothing is written");
    }
    return ExitCode.USAGE;
  }

  private void tell(ImportResult.Imported imported, Path site) {
    if (json) {
      Json.print(
          out,
          writer -> {
            writer.beginObject();
            Json.text(writer, "result", "ok");
            Json.text(writer, "site", site.toString());
            Json.text(writer, "file", site.resolve(CONFIG_FILE).toString());
            Json.texts(writer, "read", imported.files());
            Json.number(writer, "settings", imported.settings());
            Json.diagnostics(writer, imported.diagnostics());
            writer.endObject();
          });
      return;
    }
    List<Diagnostic> told =
        imported.diagnostics().stream()
            .filter(diagnostic -> !quiet || diagnostic.severity() != Severity.NOTICE)
            .toList();
    Report.diagnostics(err, told);
    if (quiet) {
      return;
    }
    long toDo = told.stream().filter(d -> d.severity() == Severity.WARNING).count();
    out.println(
        "Made %s of %s in %s"
            .formatted(
                CONFIG_FILE,
                Report.count(imported.settings(), "setting"),
                String.join(" and ", imported.files())));
    out.println("  it is:     " + site.resolve(CONFIG_FILE));
    if (toDo > 0) {
      out.println("  look at:   " + Report.count(toDo, "warning") + " above");
    }
    String where = directory.toString().isEmpty() ? "" : " --site " + directory;
    out.println("  try it:    godwit check" + where);
  }
}
