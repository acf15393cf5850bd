package godwit.release;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A stub, to be replaced.
record StubManifest(String id, String site, Instant asOf, Holder by, Map<String, Item> items) {
  record Item(OutputFile file, long size, String hash) {}

  static String hash(byte[] bytes) {
    try {
      return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes)).toString(16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  long pages() {
    return items.values().stream().filter(i -> i.file().kind() == OutputFile.Kind.PAGE).count();
  }

  Release release(Release.State state) {
    return new Release(
        id,
        site,
        asOf,
        by,
        pages(),
        items.size(),
        items.values().stream().mapToLong(Item::size).sum(),
        state);
  }

  void write(Layout layout) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        String.join(
            "\t",
            site,
            asOf.toString(),
            by.pid() + "",
            by.user(),
            by.since().toString(),
            by.command()));
    for (Item item : items.values()) {
      text.append('\n')
          .append(
              String.join(
                  "\t",
                  item.file().kind().name(),
                  item.size() + "",
                  item.hash(),
                  item.file().path().value(),
                  item.file().source()));
    }
    Files.writeString(layout.own().resolve("manifest-" + id), text);
  }

  static Optional<StubManifest> read(Layout layout, Path tree, FileOperations files)
      throws IOException {
    if (!files.status(layout.releases()).exists()) {
      return Optional.empty();
    }
    Optional<ReleaseRecord> record = new ReleaseRecords(layout, files).of(files.status(tree));
    if (record.isEmpty()) {
      return Optional.empty();
    }
    String id = record.get().id();
    Path file = layout.own().resolve("manifest-" + id);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    String[] head = lines.getFirst().split("\t", -1);
    Map<String, Item> items = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] part = line.split("\t", -1);
      items.put(
          part[3],
          new Item(
              new OutputFile(new OutputPath(part[3]), OutputFile.Kind.valueOf(part[0]), part[4]),
              Long.parseLong(part[1]),
              part[2]));
    }
    return Optional.of(
        new StubManifest(
            id,
            head[0],
            Instant.parse(head[1]),
            new Holder(Long.parseLong(head[2]), head[3], Instant.parse(head[4]), head[5]),
            items));
  }

  static Changes changes(Optional<StubManifest> before, StubManifest after) {
    Map<String, Item> old = before.map(StubManifest::items).orElse(Map.of());
    Map<String, Change> changes = new TreeMap<>();
    old.forEach(
        (path, item) -> {
          if (!after.items().containsKey(path)) {
            changes.put(path, new Change(Change.Type.REMOVED, item.file(), item.size(), true));
          }
        });
    after
        .items()
        .forEach(
            (path, item) -> {
              Item was = old.get(path);
              if (was == null) {
                changes.put(path, new Change(Change.Type.ADDED, item.file(), item.size(), true));
              } else if (!was.hash().equals(item.hash())) {
                changes.put(path, new Change(Change.Type.CHANGED, item.file(), item.size(), true));
              }
            });
    return new Changes(
        before.map(StubManifest::id),
        new ArrayList<>(changes.values()),
        before.map(StubManifest::pages).orElse(0L),
        after.pages());
  }
}
