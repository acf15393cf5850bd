package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigReader;
import godwit.control.ReloadResult;
import godwit.diagnostic.Diagnostics;
import godwit.testing.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/// The settings that are read again, and those that are read at the start only.
class ReloadTest extends DaemonScenario {
  private static final String TITLE = "[site]\ntitle = \"Flock\"\n";

  @Test
  void whatIsReadAtTheStartOnlyIsNamedUntilItIsAsItWas() throws Exception {
    serve();
    assertThat(reload(TITLE + "summary = 3\n").getString("type")).endsWith(":config-errors");
    assertThat(restart(TITLE + "[daemon]\nmode = \"0600\"\n")).containsExactly("daemon.mode");
    assertThat(restart(TITLE + "[daemon]\nmode = \"0600\"\ngroup = \"root\"\n"))
        .containsExactly("daemon.mode", "daemon.group");
    assertThat(restart(TITLE + "[daemon]\nsocket = \"s\"\n")).containsExactly("daemon.socket");
    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("daemon.socket was changed in godwit.toml, and holds when the daemon is");
    assertThat(restart(TITLE + "language = \"nl\"\n")).isEmpty();
    assertThat(warnings()).isEmpty();
  }

  @Test
  void whatIsPublishedGoesByTheFileAsItIs() throws Exception {
    serve();
    daemon.post("/v1/publish", "");
    site.file("godwit.toml", "[site]\ntitle = \"Other\"\n[daemon]\nmode = \"0600\"\n");
    JSONObject published = daemon.post("/v1/publish", "{\"allow\":[\"other-site\"]}").json();
    assertThat(published.getString("outcome")).isEqualTo("published");
    assertThat(Files.readString(directory.resolve("public/html/index.html"))).contains("Other");
    assertThat(warnings()).singleElement().asString().startsWith("daemon.mode was changed");

    site.file("godwit.toml", TITLE + "summary = 3\n");
    for (int i = 0; i < 2; i++) { // not only when it was new
      assertThat(daemon.post("/v1/publish", "").json().getString("type"))
          .endsWith(":config-errors");
    }
    assertThat(daemon.get("/v1/diff").json().getString("type")).endsWith(":config-errors");
    assertThat(daemon.get("/v1/schedule").json().getInt("exit")).isEqualTo(2);
    assertThat(daemon.get("/v1/releases").status()).isEqualTo(200);
    assertThat(daemon.post("/v1/rollback", "").status()).isEqualTo(200);
    Files.delete(directory.resolve("godwit.toml"));
    assertThat(daemon.post("/v1/publish", "").status()).isEqualTo(422);

    site.file("godwit.toml", TITLE);
    assertThat(daemon.post("/v1/publish", "").status()).isEqualTo(200);
  }

  private JSONObject reload(String config) throws Exception {
    site.file("godwit.toml", config);
    return daemon.post("/v1/reload", "").json();
  }

  private List<Object> restart(String config) throws Exception {
    return reload(config).getJSONArray("restart").toList();
  }

  private List<Object> warnings() throws Exception {
    JSONObject status = daemon.get("/v1/status").json();
    return status.getJSONObject("daemon").getJSONArray("warnings").toList();
  }

  @Test
  void aSocketThatWasGivenDoesNotDependOnTheSettings() throws Exception {
    serve();
    Daemon given =
        new Daemon(
            ConfigReader.read(directory.resolve("godwit.toml"), new Diagnostics()).orElseThrow(),
            InstantSource.fixed(TestSite.AS_OF),
            new Listening(Path.of("/run/s"), Optional.empty()),
            Notification.of(Map.of(), 0, () -> 0));
    site.file("godwit.toml", TITLE + "[daemon]\nmode = \"0600\"\n");
    assertThat(given.reload()).isEqualTo(new ReloadResult.Reloaded(List.of()));
  }
}
