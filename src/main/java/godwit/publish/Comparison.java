package godwit.publish;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.output.OutputPath;
import godwit.release.Changes;
import godwit.site.Site;
import java.util.List;
import java.util.Optional;

/// What a publish would change, whatever the gate would say to it.
public sealed interface Comparison {
  /// What was found, sorted.
  List<Diagnostic> diagnostics();

  /// The same comparison, with more that was found.
  default Comparison with(List<Diagnostic> more) {
    Diagnostics all = new Diagnostics();
    all.addAll(diagnostics());
    all.addAll(more);
    return switch (this) {
      case Failed _ -> new Failed(all.sorted());
      case NoSuchFile none -> new NoSuchFile(none.name(), all.sorted());
      case Compared compared ->
          new Compared(compared.site(), compared.changes(), compared.file(), all.sorted());
    };
  }

  /// The site has errors, so there is nothing to compare.
  record Failed(List<Diagnostic> diagnostics) implements Comparison {
    public Failed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Neither what is live nor the site has the file that was asked for.
  ///
  /// @param name as it was asked for
  record NoSuchFile(String name, List<Diagnostic> diagnostics) implements Comparison {
    public NoSuchFile {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// All that would change.
  ///
  /// @param file the file that was asked for; empty if none was
  record Compared(Site site, Changes changes, Optional<Versions> file, List<Diagnostic> diagnostics)
      implements Comparison {
    public Compared {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// A file in the live release and in the new one. The arrays are the reader's own.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Versions(OutputPath path, Optional<byte[]> before, Optional<byte[]> after) {}
}
