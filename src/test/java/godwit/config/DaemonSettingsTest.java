package godwit.config;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonSettingsTest {
  private static final Path SITE = Path.of("/srv/flock");

  @TempDir Path directory;

  private DaemonSettings read(String section) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("godwit.toml"), "[site]\ntitle = \"Flock\"\n" + section);
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = ConfigReader.read(file, diagnostics).orElseThrow();
    assertThat(diagnostics.sorted()).isEmpty();
    return config.daemon();
  }

  @Test
  void theEnvironmentSaysWhereTheSocketIs() throws IOException {
    DaemonSettings settings = read("");

    assertThat(settings.mode()).isEqualTo(0660);
    assertThat(settings.group()).isEmpty();
    assertThat(settings.socket(SITE, Map.of())).hasToString("/srv/flock/.godwit/http.socket");
    assertThat(settings.socket(SITE, Map.of("XDG_RUNTIME_DIR", "/run/user/1000")))
        .hasToString("/run/user/1000/godwit/http.socket");
    assertThat(
            settings.socket(
                SITE,
                Map.of("XDG_RUNTIME_DIR", "/run/user/1000", "RUNTIME_DIRECTORY", "/run/a:/run/b")))
        .hasToString("/run/a/http.socket");
    assertThat(settings.socket(SITE, Map.of("XDG_RUNTIME_DIR", "", "RUNTIME_DIRECTORY", "a")))
        .hasToString("/srv/flock/.godwit/http.socket");
  }

  @Test
  void theSettingsComeBeforeTheEnvironment() throws IOException {
    DaemonSettings settings =
        read("[daemon]\nsocket = \"run/s\"\nmode = \"600\"\ngroup = \"www-data\"\n");

    assertThat(settings.socket(SITE, Map.of("RUNTIME_DIRECTORY", "/run/a")))
        .isEqualTo(directory.toRealPath().resolve("run/s"));
    assertThat(settings.mode()).isEqualTo(0600);
    assertThat(settings.group()).contains("www-data");
  }

  @Test
  void aPathHasRoomForSoManyBytes() {
    assertThat(DaemonSettings.fits(Path.of("/" + "é".repeat(53)))).isTrue();
    assertThat(DaemonSettings.fits(Path.of("/" + "é".repeat(53) + "x"))).isFalse();
  }
}
