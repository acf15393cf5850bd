package godwit.content;

import godwit.config.DefaultDate;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// The documents of the builds before: a source file whose bytes are the same is not parsed again,
/// and what was wrong with it is told again. One instance serves every thread.
///
/// It holds for one configuration, on which it depends how a file is read.
public final class DocumentCache {
  private final SiteConfig config;
  private final DocumentReader reader;
  private final Map<SourceFile, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(Sum sum, Optional<Document> document, List<Diagnostic> diagnostics) {}

  /// What tells versions of one file apart; nobody gains by making two alike.
  private record Sum(int length, long ieee, long castagnoli, long modifiedMillis) {
    static Sum of(byte[] bytes, long modifiedMillis) {
      CRC32 ieee = new CRC32();
      ieee.update(bytes);
      CRC32C castagnoli = new CRC32C();
      castagnoli.update(bytes);
      return new Sum(bytes.length, ieee.getValue(), castagnoli.getValue(), modifiedMillis);
    }
  }

  public DocumentCache(SiteConfig config) {
    this.config = config;
    this.reader = new DocumentReader(config);
  }

  /// By which files are read here.
  public SiteConfig config() {
    return config;
  }

  /// Reads a file as [DocumentReader#read] does, or takes what it was read as before.
  public Optional<Document> read(SourceFile file, Diagnostics diagnostics) {
    byte[] bytes = DocumentReader.bytes(file, diagnostics);
    if (bytes == null) {
      return Optional.empty();
    }
    Sum sum = Sum.of(bytes, modifiedMillis(file));
    Entry known = entries.get(file);
    if (known == null || !known.sum().equals(sum)) {
      Diagnostics found = new Diagnostics();
      Optional<Document> document = reader.read(file, bytes, found);
      known = new Entry(sum, document, found.sorted());
      if (document.isPresent()) { // else it may have been the machine's fault
        entries.put(file, known);
      }
    }
    diagnostics.addAll(known.diagnostics());
    return known.document();
  }

  /// When the file was changed, if its document has that for a date; else 0.
  private long modifiedMillis(SourceFile file) {
    if (!(config.content().metadata().date() instanceof DefaultDate.OfFile)) {
      return 0;
    }
    try {
      return Files.getLastModifiedTime(file.file()).toMillis();
    } catch (IOException e) {
      return 0; // it is gone since it was read, which the next build tells
    }
  }

  /// Forgets the files that are not among these.
  public void retain(Collection<SourceFile> files) {
    entries.keySet().retainAll(new HashSet<>(files));
  }
}
