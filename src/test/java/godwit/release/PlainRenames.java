package godwit.release;

import java.io.IOException;
import java.nio.file.Path;

/// Exchanges as one would without `RENAME_EXCHANGE`, with a moment in which a name is absent. What
/// shows that a test of readers would notice.
final class PlainRenames extends FaultyFiles {
  PlainRenames() {
    super((_, _) -> {});
  }

  @Override
  public void exchange(Path one, Path other) throws IOException {
    Path aside = one.resolveSibling("aside");
    move(other, aside);
    move(one, other);
    move(aside, one);
  }
}
