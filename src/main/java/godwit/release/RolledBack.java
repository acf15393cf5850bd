package godwit.release;

import java.nio.file.Path;
import java.util.List;

/// What a rollback has done.
///
/// @param live the release that is live now
/// @param backup where what was live before is now
/// @param changes how the release that is live now differs from that
/// @param kept what was moved out of trees that were to be used again, see [StagedRelease#kept]
public record RolledBack(Release live, Path backup, Changes changes, List<Kept> kept) {
  public RolledBack {
    kept = List.copyOf(kept);
  }

  RolledBack with(List<Kept> moved) {
    return new RolledBack(live, backup, changes, moved);
  }
}
