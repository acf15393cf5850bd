package godwit.daemon;

import godwit.control.EventJson;
import godwit.daemon.http.AnswerStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What happens, told to who listens, and for a while to who comes back.
final class EventLog {
  static final int KEPT = 1000;

  /// Each keeps a connection for himself, of which there are not so many.
  static final int MOST_READERS = 64;

  /// What can be sent at once without the reader being taken for too slow.
  private static final int LARGEST_REPLAY = 128 * 1024;

  private final String daemon;
  private final Deque<Event> kept = new ArrayDeque<>();
  private final Set<AnswerStream> readers = new LinkedHashSet<>();
  private long last;

  private record Event(long number, String name, String data) {
    int size() {
      return data.getBytes(StandardCharsets.UTF_8).length + name.length() + 40;
    }
  }

  /// @param daemon a word without `-` that no daemon before has had, so that no id comes twice
  EventLog(String daemon) {
    this.daemon = daemon;
  }

  /// Tells everybody.
  ///
  /// @param data JSON in one line
  synchronized void tell(String name, String data) {
    Event event = new Event(++last, name, data);
    kept.addLast(event);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    readers.removeIf(reader -> !send(reader, event));
  }

  /// Whether one more may listen.
  synchronized boolean hasRoom() {
    readers.removeIf(reader -> !reader.isOpen());
    return readers.size() < MOST_READERS;
  }

  /// How many listen.
  synchronized int readers() {
    return readers.size();
  }

  /// Lets one more listen. He is told first what he has missed; or `hello`, if he says nothing of
  /// what he has seen; or `reset`, if it is not known any more what he has missed.
  ///
  /// @param seen the id of the last event that he has seen
  synchronized void follow(AnswerStream reader, Optional<String> seen) {
    if (seen.isEmpty()) {
      reader.event(id(last), "hello", EventJson.field("daemon", daemon));
    } else {
      Optional<List<Event>> missed = after(seen.get());
      if (missed.isPresent()) {
        missed.get().forEach(event -> send(reader, event));
        reader.heartbeat();
      } else {
        reader.event(id(last), "reset", EventJson.field("reason", reason(seen.get())));
      }
    }
    readers.add(reader);
    reader.onClose(() -> remove(reader));
  }

  private synchronized void remove(AnswerStream reader) {
    readers.remove(reader);
  }

  /// Has those who listen hear that there is nothing new.
  synchronized void beat() {
    readers.removeIf(reader -> !reader.heartbeat());
  }

  private Optional<List<Event>> after(String id) {
    Optional<Long> seen = number(id);
    if (seen.isEmpty() || seen.get() > last || seen.get() < last - kept.size()) {
      return Optional.empty();
    }
    List<Event> missed = kept.stream().filter(event -> event.number() > seen.get()).toList();
    boolean fits = missed.stream().mapToInt(Event::size).sum() <= LARGEST_REPLAY;
    return fits ? Optional.of(missed) : Optional.empty();
  }

  private String reason(String seen) {
    return number(seen).isPresent() ? "too-old" : "other-daemon";
  }

  private Optional<Long> number(String id) {
    return id.matches(daemon + "-[0-9]{1,18}")
        ? Optional.of(Long.parseLong(id.substring(daemon.length() + 1)))
        : Optional.empty();
  }

  private boolean send(AnswerStream reader, Event event) {
    return reader.event(id(event.number()), event.name(), event.data());
  }

  private String id(long number) {
    return daemon + "-" + number;
  }
}
