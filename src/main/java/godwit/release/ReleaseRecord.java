package godwit.release;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What Godwit notes about a release. It is never changed.
///
/// The file has a line for the format and one for each of the rest, `number 17` and so on, and
/// `end`.
///
/// @param id also the name of its file
/// @param number one more than that of the release made before, whatever the clock says
/// @param site see [ReleaseRequest]
record ReleaseRecord(
    String id,
    long number,
    String site,
    Instant asOf,
    Holder by,
    long pages,
    long files,
    long bytes) {
  private static final String FORMAT = "godwit release ";
  private static final String VERSION = "2";

  Release in(Release.State state) {
    return new Release(id, site, asOf, by, pages, files, bytes, state);
  }

  byte[] toBytes() {
    String text =
        FORMAT
            + VERSION
            + "\nnumber "
            + number
            + "\nsite "
            + site.replaceAll("\\p{Cntrl}", " ")
            + "\nasOf "
            + asOf
            + "\npid "
            + by.pid()
            + "\nuser "
            + by.user()
            + "\nsince "
            + by.since()
            + "\ncommand "
            + by.command()
            + "\npages "
            + pages
            + "\nfiles "
            + files
            + "\nbytes "
            + bytes
            + "\nend\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// @return empty if it is not a whole record
  /// @throws ReleaseException if a newer Godwit wrote it
  static Optional<ReleaseRecord> parse(String id, byte[] bytes) throws ReleaseException {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.getLast().equals("end")) {
      return Optional.empty();
    }
    String format = lines.getFirst();
    if (format.startsWith(FORMAT) && version(format) > Integer.parseInt(VERSION)) {
      throw ReleaseException.newer("the record of release " + id);
    }
    if (!format.equals(FORMAT + VERSION)) {
      return Optional.empty();
    }
    Map<String, String> fields = new HashMap<>();
    for (String line : lines) {
      int space = Math.max(line.indexOf(' '), 0);
      fields.put(line.substring(0, space), line.substring(Math.min(space + 1, line.length())));
    }
    try {
      return Optional.of(of(id, fields));
    } catch (NumberFormatException | DateTimeException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static int version(String format) {
    try {
      return Integer.parseInt(format.substring(FORMAT.length()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static ReleaseRecord of(String id, Map<String, String> fields) {
    return new ReleaseRecord(
        id,
        number("number", fields),
        text("site", fields),
        Instant.parse(text("asOf", fields)),
        new Holder(
            number("pid", fields),
            text("user", fields),
            Instant.parse(text("since", fields)),
            text("command", fields)),
        number("pages", fields),
        number("files", fields),
        number("bytes", fields));
  }

  private static String text(String name, Map<String, String> fields) {
    return Objects.requireNonNull(fields.get(name));
  }

  private static long number(String name, Map<String, String> fields) {
    return Long.parseLong(text(name, fields));
  }
}
