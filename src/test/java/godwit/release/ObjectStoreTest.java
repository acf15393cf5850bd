package godwit.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {
  private static final String OLDER = "20260101T000000.000Z";
  private static final String NEWER = "20260102T000000.000Z";

  @TempDir private Path directory;

  /// As after a death between the move of a content and the deletion of the copy before.
  @Test
  void takesWhatItHasTwice() throws Exception {
    Layout layout = new Layout(directory);
    ContentHash hash = ContentHash.of("text".getBytes(UTF_8));
    for (String release : new String[] {OLDER, NEWER}) {
      Path object = layout.objects().resolve(release).resolve(hash.toString());
      Files.createDirectories(object.getParent());
      Files.writeString(object, "text");
    }
    Path file = Files.writeString(directory.resolve("file"), "text");

    new ObjectStore(layout, new SystemFiles()).take(file, hash, NEWER);

    assertThat(file).doesNotExist();
    assertThat(layout.objects().resolve(OLDER)).isEmptyDirectory();
    assertThat(layout.objects().resolve(NEWER).resolve(hash.toString())).hasContent("text");
  }
}
