package godwit.control;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import godwit.publish.Comparison.Versions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The difference between two versions of a file, in the unified form that `patch` reads.
public final class TextDiff {
  private static final int CONTEXT = 3;
  private static final String NONE = "/dev/null";

  private TextDiff() {}

  /// The difference, ending with a line end; empty if there is none.
  public static String of(Versions versions) {
    byte[] before = versions.before().orElse(new byte[0]);
    byte[] after = versions.after().orElse(new byte[0]);
    if (versions.before().isPresent() == versions.after().isPresent()
        && Arrays.equals(before, after)) {
      return "";
    }
    String oldName = versions.before().isPresent() ? "live/" + versions.path() : NONE;
    String newName = versions.after().isPresent() ? "new/" + versions.path() : NONE;
    Optional<List<String>> oldLines = lines(before);
    Optional<List<String>> newLines = lines(after);
    if (oldLines.isEmpty() || newLines.isEmpty()) {
      return "%s (%d bytes) and %s (%d bytes) differ, and are not text\n"
          .formatted(oldName, before.length, newName, after.length);
    }
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            oldName,
            newName,
            oldLines.get(),
            DiffUtils.diff(oldLines.get(), newLines.get()),
            CONTEXT);
    return diff.isEmpty()
        ? "%s and %s differ only in how their lines end\n".formatted(oldName, newName)
        : String.join("\n", withoutLines(diff)) + "\n";
  }

  /// The library lets a file that is not there begin with line 1; `patch` wants 0.
  private static List<String> withoutLines(List<String> diff) {
    return diff.stream()
        .map(
            line ->
                line.startsWith("@@ ")
                    ? line.replace("@@ -1,0 ", "@@ -0,0 ").replace(" +1,0 @@", " +0,0 @@")
                    : line)
        .toList();
  }

  /// The lines of a text; empty if it is none.
  private static Optional<List<String>> lines(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text.lines().toList());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
