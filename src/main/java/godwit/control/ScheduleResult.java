package godwit.control;

import godwit.diagnostic.Diagnostic;
import godwit.publish.Schedule;
import java.util.List;
import java.util.Set;

/// What becomes due when.
///
/// @param unseen what no publish has seen yet, and so does not appear or go by itself; of the
///   schedule
/// @param diagnostics what was wrong with the content, sorted: what has errors is not in the
///   schedule
public record ScheduleResult(
    Schedule schedule, Set<Schedule.Item> unseen, List<Diagnostic> diagnostics) {
  public ScheduleResult {
    unseen = Set.copyOf(unseen);
    diagnostics = List.copyOf(diagnostics);
  }
}
