package godwit.daemon;

import static godwit.daemon.ServedDaemon.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The events that tell what operations and others do to the daemon.
class EventsTest extends DaemonScenario {
  @Test
  void eventsTellWhatHappens() throws Exception {
    serve();
    try (RawClient client = daemon.client().get("/v1/events")) {
      assertThat(client.until("\n\n", SOON)).contains("text/event-stream");
      client.until("event: hello", SOON);
      daemon.post("/v1/publish", "");
      daemon.post("/v1/reload", "");
      String told = client.until("event: reloaded", SOON);
      assertThat(told)
          .containsSubsequence(
              "event: begun", "event: progress", "event: released", "event: ended", "event: rel");
      checkEvents(client.until("\"restart\":[]}", SOON));
    }
  }

  @Test
  void eventsGoOnAfterTheLastThatWasSeen() throws Exception {
    serve();
    daemon.post("/v1/publish", "");
    String hello = greeting("");
    String last = hello.lines().filter(l -> l.startsWith("id: ")).findFirst().orElseThrow();
    String name = last.substring(4, last.indexOf('-'));
    long number = Long.parseLong(last.substring(last.indexOf('-') + 1));

    List<String> all = missed("Last-Event-ID: " + name + "-0\r\n");
    assertThat(all).hasSize((int) number);
    assertThat(missed("Last-Event-ID: " + name + "-" + (number - 2) + "\r\n"))
        .isEqualTo(all.subList(all.size() - 2, all.size()));
    assertThat(missed("Last-Event-ID: " + name + "-" + number + "\r\n")).isEmpty();
    assertThat(greeting("Last-Event-ID: another-3\r\n"))
        .contains("event: reset", "other-daemon", last);
    assertThat(greeting("Last-Event-ID: " + name + "-" + (number + 1) + "\r\n"))
        .contains("event: reset");

    reload(EventLog.KEPT + 1);
    assertThat(greeting("Last-Event-ID: " + name + "-" + number + "\r\n"))
        .contains("event: reset", "too-old");
    assertThat(missed("Last-Event-ID: " + name + "-" + (number + 1) + "\r\n"))
        .hasSize(EventLog.KEPT);
  }

  @Test
  void noMoreThanSoManyListen() throws Exception {
    serve();
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < EventLog.MOST_READERS; i++) {
      RawClient client = daemon.client().get("/v1/events");
      client.until("hello", SOON);
      clients.add(client);
    }
    assertThat(daemon.get("/v1/events").status()).isEqualTo(503);
    clients.getFirst().close();
    long end = System.nanoTime() + SOON.toNanos();
    try (RawClient client = daemon.client()) {
      while (!client.clear().get("/v1/events").until("\r\n\r\n", SOON).contains("200 OK")) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(20);
      }
    }
    for (RawClient client : clients) {
      client.close();
    }
  }

  /// Reloads the settings so many times, without waiting for each.
  private void reload(int times) throws Exception {
    String last = "GET /v1/none HTTP/1.1\r\nHost: a\r\n\r\n";
    try (RawClient client = daemon.client()) {
      client.send(ServedDaemon.request("POST", "/v1/reload", "", "").repeat(times) + last);
      client.until("HTTP/1.1 404", SOON);
    }
  }

  /// The event that says from where on somebody is told: `hello` or `reset`.
  private String greeting(String fields) throws Exception {
    return told(fields, "}\n\n").getFirst();
  }

  /// What somebody is told first who has missed something: a heartbeat ends it.
  private List<String> missed(String fields) throws Exception {
    return told(fields, "\n:\n\n");
  }

  private List<String> told(String fields, String end) throws Exception {
    try (RawClient client = daemon.client()) {
      client.send(ServedDaemon.request("GET", "/v1/events", fields, ""));
      client.until("\r\n\r\n", SOON);
      return eventTexts(client.until(end, SOON));
    }
  }

  private static List<String> eventTexts(String answer) {
    List<String> events = new ArrayList<>();
    for (String event : answer.replaceAll("\r\n[0-9A-Fa-f]+\r\n|\r\n", "").split("\n\n")) {
      int at = event.indexOf("id: ");
      if (at >= 0) {
        events.add(event.substring(at));
      }
    }
    return events;
  }

  private void checkEvents(String answer) {
    List<String> events = eventTexts(answer);
    assertThat(events).hasSizeGreaterThan(5);
    for (String event : events) {
      List<String> lines = event.lines().toList();
      String kind = lines.get(1).substring("event: ".length());
      String schema = Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + "Event";
      daemon.contract().checkSchema(schema, lines.get(2).substring("data: ".length()));
    }
  }
}
