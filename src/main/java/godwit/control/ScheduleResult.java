package godwit.control;

import godwit.diagnostic.Diagnostic;
import godwit.publish.Schedule;
import java.util.List;

/// What becomes due when.
///
/// @param diagnostics what was wrong with the content, sorted: what has errors is not in the
///   schedule
public record ScheduleResult(Schedule schedule, List<Diagnostic> diagnostics) {
  public ScheduleResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
