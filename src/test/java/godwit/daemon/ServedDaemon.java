package godwit.daemon;

import godwit.build.BuildListener;
import godwit.config.ConfigReader;
import godwit.control.CommandFace;
import godwit.control.SiteCommands;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;

/// A whole daemon in this process, on a socket in the directory of its site.
final class ServedDaemon implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(60);

  private static final CommandFace NOTHING =
      new CommandFace() {
        @Override
        public Outcome run(
            String command,
            List<String> arguments,
            SiteCommands site,
            PrintStream out,
            PrintStream err,
            BuildListener progress) {
          return new Outcome.Ended(0);
        }

        @Override
        public String usage(String command) {
          return "Usage: godwit " + command + "\n  --force\n";
        }
      };

  private final DaemonServer server;
  private final Thread serving;
  private final Contract contract = new Contract();

  private ServedDaemon(DaemonServer server) throws IOException {
    this.server = server;
    this.serving =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    server.serve();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  /// @param site with `godwit.toml`
  static ServedDaemon start(Path site, InstantSource clock) throws IOException {
    return start(site, clock, false, Thread::sleep);
  }

  /// The same with `--watch`.
  static ServedDaemon watching(Path site, InstantSource clock) throws IOException {
    return start(site, clock, true, Thread::sleep);
  }

  /// The same as [#start], with another sense of time for its heartbeats.
  static ServedDaemon beating(Path site, InstantSource clock, Heartbeat.Pause pause)
      throws IOException {
    return start(site, clock, false, pause);
  }

  private static ServedDaemon start(
      Path site, InstantSource clock, boolean watch, Heartbeat.Pause pause) throws IOException {
    Files.createDirectories(site.resolve(".godwit"));
    return new ServedDaemon(
        DaemonServer.start(
            ConfigReader.read(site.resolve("godwit.toml"), new Diagnostics()).orElseThrow(),
            new DaemonServer.Parts(NOTHING, List.of("publish", "status"), "1.2.3", Map.of(), watch),
            clock,
            pause));
  }

  /// An answer to a call.
  record Reply(int status, String head, String body) {
    JSONObject json() {
      return new JSONObject(body);
    }

    Optional<String> field(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }

    /// The lines of a body that was sent in chunks.
    List<JSONObject> lines() {
      List<JSONObject> lines = new ArrayList<>();
      body.lines().filter(line -> line.startsWith("{")).map(JSONObject::new).forEach(lines::add);
      return lines;
    }
  }

  RawClient client() throws IOException {
    return new RawClient(server.socket());
  }

  /// Makes a call and holds the answer against the description.
  ///
  /// @param call such as `GET /v1/operations/{id}`
  /// @param target such as `/v1/operations/7?wait=1`
  /// @param fields header fields, each with its line end
  Reply call(String call, String target, String fields, String body) throws Exception {
    try (RawClient client = client()) {
      client.send(request(call.substring(0, call.indexOf(' ')), target, fields, body)).end();
      return check(call, client.untilClosed(SOON));
    }
  }

  static String request(String method, String target, String fields, String body) {
    String content =
        body.isEmpty()
            ? ""
            : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
    return method + " " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + content + "\r\n" + body;
  }

  Reply check(String call, String answer) {
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("no answer to " + call + ", but: " + answer);
    }
    Reply reply =
        new Reply(
            Integer.parseInt(answer.substring(9, 12)),
            answer.substring(0, end),
            answer.substring(end + 4));
    String type = reply.field("Content-Type").orElseThrow().split(";", 2)[0];
    if (type.equals("application/x-ndjson")) {
      reply.lines().forEach(line -> contract.check(call, reply.status(), type, line.toString()));
    } else {
      contract.check(call, reply.status(), type, reply.body());
    }
    return reply;
  }

  Reply get(String path) throws Exception {
    return call("GET " + path, path, "", "");
  }

  Reply post(String path, String body) throws Exception {
    return call("POST " + path, path, "", body);
  }

  Reply operation(String id, String query) throws Exception {
    return call("GET /v1/operations/{id}", "/v1/operations/" + id + query, "", "");
  }

  Reply cancel(String id) throws Exception {
    return call("DELETE /v1/operations/{id}", "/v1/operations/" + id, "", "");
  }

  /// Asks for a publish without waiting for it. @return the operation's id
  String ask(String body) throws Exception {
    Reply reply = call("POST /v1/publish", "/v1/publish", "Prefer: respond-async\r\n", body);
    if (reply.status() != 202) {
      throw new AssertionError(reply.toString());
    }
    return reply.json().getString("id");
  }

  Contract contract() {
    return contract;
  }

  /// Until it has read its site.
  void awaitReady() throws Exception {
    await("/v1/health/ready", () -> get("/v1/health/ready").status() == 200);
  }

  interface Condition {
    boolean holds() throws Exception;
  }

  /// @param path where to see why it does not hold
  void await(String path, Condition condition) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(get(path).toString());
      }
      Thread.sleep(10);
    }
  }

  /// The names of the operations that there are.
  List<String> ids(String command) throws Exception {
    List<String> ids = new ArrayList<>();
    for (Object one : get("/v1/operations").json().getJSONArray("operations")) {
      JSONObject operation = (JSONObject) one;
      if (operation.getString("command").equals(command)) {
        ids.add(operation.getString("id"));
      }
    }
    return ids;
  }

  void awaitState(String id, String state) throws Exception {
    await("/v1/operations", () -> operation(id, "").json().getString("state").equals(state));
  }

  /// Until so many wait for a publish other than that.
  void awaitCallers(int callers, String but) throws Exception {
    await(
        "/v1/operations",
        () -> {
          for (String id : ids("publish")) {
            if (!id.equals(but) && operation(id, "").json().getInt("callers") == callers) {
              return true;
            }
          }
          return false;
        });
  }

  /// Has the daemon look at the clock now.
  void wake() {
    server.wake();
  }

  /// Until so many have ended.
  void awaitEnded(String command, int count) throws Exception {
    await(
        "/v1/operations",
        () -> {
          int ended = 0;
          for (String id : ids(command)) {
            ended += operation(id, "").json().getString("state").equals("ended") ? 1 : 0;
          }
          return ended >= count;
        });
  }

  /// Until so many were asked for.
  void awaitOperations(int count) throws Exception {
    await("/v1/operations", () -> ids("publish").size() + ids("rollback").size() >= count);
  }

  /// Until so many are open: who has hung up has been seen to.
  void awaitConnections(int count) throws Exception {
    String line = "\ngodwit_connections " + count + "\n";
    await("/v1/metrics", () -> get("/v1/metrics").body().contains(line));
  }

  boolean awaitEnd() throws InterruptedException {
    return server.awaitEnd(SOON);
  }

  @Override
  public void close() throws InterruptedException {
    server.shutDown();
    serving.join(SOON);
  }
}
