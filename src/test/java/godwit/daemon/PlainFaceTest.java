package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the commands as they are typed answer to what is no command.
class PlainFaceTest extends DaemonScenario {
  private static final String USAGE = "Usage: godwit publish\n  --force\n";

  @BeforeEach
  void begin() throws Exception {
    serve();
  }

  @Test
  void aHeadChangesNothing() throws Exception {
    assertThat(ask("HEAD /publish", "", ""))
        .startsWith("HTTP/1.1 405 ")
        .contains("\r\nAllow: GET, POST, OPTIONS\r\n");
    assertThat(ask("HEAD /status", "", "")).startsWith("HTTP/1.1 200 ");
    assertThat(ask("GET /publish", "", "")).startsWith("HTTP/1.1 200 ").endsWith("Success\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/publish?x=1", "/publish?--help", "/publish?force"})
  void aQuerySaysNothing(String target) throws Exception {
    for (String method : new String[] {"GET ", "POST "}) {
      assertThat(ask(method + target, "", ""))
          .startsWith("HTTP/1.1 400 ")
          .contains("Content-Type: text/plain")
          .endsWith(
              "godwit: arguments are a JSON array in the body; a query says nothing here\n\n"
                  + USAGE);
    }
  }

  @Test
  void whatIsNoArrayIsToldWithTheUsage() throws Exception {
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    assertThat(ask("POST /publish", form, "force=1"))
        .startsWith("HTTP/1.1 400 ")
        .contains("Content-Type: text/plain", "\ngodwit: ")
        .endsWith("\n\n" + USAGE);
    String json = ask("POST /publish", form + "Accept: application/json\r\n", "force=1");
    JSONObject problem = new JSONObject(json.substring(json.indexOf('{')));
    assertThat(problem.getInt("status")).isEqualTo(400);
    assertThat(problem.getJSONArray("usage").similar(new JSONArray(USAGE.lines().toList())))
        .as(problem.toString())
        .isTrue();
  }

  @Test
  void whatTheApiDoesNotHaveIsNoCommand() throws Exception {
    assertThat(ask("GET /v1/bogus", "", ""))
        .startsWith("HTTP/1.1 404 ")
        .contains("the API has nothing at /v1/bogus")
        .doesNotContain("command");
    assertThat(ask("GET /bogus", "", "")).contains("there is no command /bogus; there are:\n");
  }

  private String ask(String line, String fields, String body) throws Exception {
    try (RawClient client = daemon.client()) {
      String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
      client.send(line + " HTTP/1.1\r\nHost: a\r\n" + fields + length + "\r\n" + body).end();
      return client.untilClosed(Duration.ofSeconds(20));
    }
  }
}
