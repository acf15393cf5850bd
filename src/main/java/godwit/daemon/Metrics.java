package godwit.daemon;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Counts operations, and tells it as Prometheus reads it: the text format, version 0.0.4.
final class Metrics {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Map<String, Map<String, Long>> outcomes = new TreeMap<>();
  private final Map<String, Durations> durations = new TreeMap<>();

  /// How long one command took.
  private static final class Durations {
    private final Map<Double, Long> below = new TreeMap<>();
    private double sum;
    private long count;

    Durations() {
      for (double bound : new double[] {0.01, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 300}) {
        below.put(bound, 0L);
      }
    }

    void add(double seconds) {
      sum += seconds;
      count++;
      below.replaceAll((bound, number) -> seconds <= bound ? number + 1 : number);
    }
  }

  /// What is measured when it is asked for.
  ///
  /// @param values by name; each has one of the names in [#HELP]
  record Gauges(Map<String, Long> values) {
    static final Map<String, String> HELP =
        Map.of(
            "godwit_operations_waiting", "Operations that have not begun.",
            "godwit_connections", "Open connections to the control socket.",
            "godwit_event_readers", "Open streams of events.",
            "godwit_start_time_seconds", "When the daemon was started, since 1970.",
            "godwit_last_release_time_seconds", "When the live release was made, since 1970.",
            "jvm_memory_heap_used_bytes", "What is used of the heap.",
            "jvm_memory_heap_max_bytes", "What the heap can grow to.",
            "jvm_threads", "Threads of the system that there are.");
  }

  synchronized void ended(String command, String outcome, Duration duration) {
    outcomes.computeIfAbsent(command, _ -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
    durations.computeIfAbsent(command, _ -> new Durations()).add(duration.toNanos() / 1e9);
  }

  synchronized String text(Gauges gauges) {
    StringBuilder text = new StringBuilder();
    head(text, "godwit_operations_total", "counter", "Operations by how they have ended.");
    outcomes.forEach(
        (command, counts) ->
            counts.forEach(
                (outcome, count) ->
                    text.append(
                        "godwit_operations_total{command=\"%s\",outcome=\"%s\"} %d\n"
                            .formatted(command, outcome, count))));
    String name = "godwit_operation_duration_seconds";
    head(text, name, "histogram", "How long operations took.");
    durations.forEach((command, of) -> histogram(text, name, command, of));
    new TreeMap<>(gauges.values())
        .forEach(
            (gauge, value) -> {
              head(text, gauge, "gauge", Gauges.HELP.getOrDefault(gauge, ""));
              text.append(gauge).append(' ').append(value).append('\n');
            });
    return text.toString();
  }

  private static void histogram(StringBuilder text, String name, String command, Durations of) {
    of.below.forEach(
        (bound, count) ->
            text.append(
                "%s_bucket{command=\"%s\",le=\"%s\"} %d\n".formatted(name, command, bound, count)));
    text.append("%s_bucket{command=\"%s\",le=\"+Inf\"} %d\n".formatted(name, command, of.count));
    text.append(String.format(Locale.ROOT, "%s_sum{command=\"%s\"} %.6f\n", name, command, of.sum));
    text.append("%s_count{command=\"%s\"} %d\n".formatted(name, command, of.count));
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
  }
}
