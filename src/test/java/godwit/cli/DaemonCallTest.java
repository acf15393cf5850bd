package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.control.FakeDaemon;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who carries a command out: the daemon of the site, one that was named, or this process; and what
/// is told of an answer that is none.
class DaemonCallTest extends DaemonCallScenario {
  @Test
  void localDoesWithoutTheDaemon() throws IOException {
    ServedSite daemon = served(directory);
    try (FakeDaemon _ = daemon.listen(socket)) {
      assertThat(onSite(directory, "publish", "--local").exitCode()).isZero();
      assertThat(onSite(directory, "check").exitCode()).isZero();
      assertThat(onSite(directory, "publish", "--help").exitCode()).isZero();
      assertThat(daemon.asked).isEmpty();
      assertThat(onSite(directory, "publish").out()).contains("nothing to publish");
      assertThat(daemon.asked).containsExactly("publish");
    }
  }

  @Test
  void theDaemonOfAnotherSiteIsLeftAlone() throws IOException {
    Path other = makeSite("other");
    try (FakeDaemon daemon = FakeDaemon.of(socket, other, "")) {
      assertThat(onSite(directory, "publish").out()).contains("Published 7 articles");
      assertThat(daemon.requests()).hasSize(1);
      assertThat(onSite(directory, "publish", "--socket=" + socket))
          .isEqualTo(
              Cli.wrongUsage(
                  "publish", "the daemon at DIR/s serves the site %s, not DIR".formatted(other)));
    }
  }

  @Test
  void aSocketThatIsNamedNeedsADaemon() throws IOException, InterruptedException {
    assertThat(onSite(directory, "publish", "--socket=" + socket))
        .isEqualTo(new Cli(3, "", "godwit: no daemon is listening at DIR/s\n"));
    String longName = "x".repeat(108);
    assertThat(onSite(directory, "publish", "--socket=/" + longName))
        .isEqualTo(
            Cli.wrongUsage(
                "publish", "the path of a socket can have 107 bytes at most: /" + longName));
    try (FakeDaemon daemon = FakeDaemon.of(socket, directory, "")) {
      daemon.kill();
      assertThat(onSite(directory, "status", "--socket=" + socket))
          .isEqualTo(new Cli(3, "", "godwit: nobody listens at DIR/s any more\n"));
      assertThat(onSite(directory, "status").exitCode()).isZero();
    }
  }

  @Test
  void aStrangerIsPassedByUnlessHeIsNamed() throws IOException {
    try (FakeDaemon _ =
        FakeDaemon.listen(socket, (_, reply) -> reply.write("SSH-2.0\r\n".getBytes()))) {
      assertThat(onSite(directory, "releases"))
          .isEqualTo(
              new Cli(
                  0,
                  "there is no release yet: make one with 'godwit publish'\n",
                  "godwit: warning: what listens at DIR/s does not speak as a Godwit daemon does;"
                      + " doing it without a daemon\n"));
      assertThat(onSite(directory, "releases", "--socket=" + socket).exitCode()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 70})
  void theExitCodeIsTheOneOfTheDaemon(int code) throws IOException {
    String reply =
        FakeDaemon.ok("{\"out\":\"o\\n\"}\n{\"err\":\"e\\n\"}\n{\"exit\":" + code + "}\n");
    try (FakeDaemon _ = FakeDaemon.of(socket, directory, reply)) {
      assertThat(onSite(directory, "publish")).isEqualTo(new Cli(code, "o\n", "e\n"));
    }
  }

  @ParameterizedTest
  @CsvSource({"400,2", "403,4", "404,2", "409,5", "500,70", "503,5", "504,6"})
  void aRefusalHasAnExitCode(int status, int code) throws IOException {
    String reply = "HTTP/1.1 " + status + " x\r\n\r\n{\"detail\":\"so it is\"}";
    try (FakeDaemon _ = FakeDaemon.of(socket, directory, reply)) {
      Cli told = onSite(directory, "publish");
      assertThat(told.exitCode()).isEqualTo(code);
      assertThat(told.out()).isEmpty();
      assertThat(told.err()).startsWith("godwit: the daemon refuses: so it is\n");
    }
  }

  @Test
  void aStreamThatBreaksOffIsToldWithWhatCameBefore() throws IOException {
    try (FakeDaemon _ = FakeDaemon.of(socket, directory, FakeDaemon.ok("{\"out\":\"a\"}\n"))) {
      assertThat(onSite(directory, "publish"))
          .isEqualTo(
              new Cli(
                  3,
                  "a",
                  "godwit: the daemon at DIR/s broke off its answer\n"
                      + "  hint: 'godwit status' tells what is live\n"));
    }
  }

  @Test
  void whatIsSentHasOneForm() throws IOException {
    String reply = FakeDaemon.ok("{\"exit\":0}\n");
    try (FakeDaemon daemon = FakeDaemon.of(socket, directory, reply)) {
      onSite(directory, "publish", "-q", "--allow", "secret,no-index", "--allow=max-removed");
      onSite(directory, "diff", "--socket", socket.toString(), "--as-of", "2026-01-01", "a b");
      onSite(directory, "diff", "--", "--x");
      assertThat(daemon.requests().stream().map(FakeDaemon.Request::body).filter(b -> !b.isEmpty()))
          .containsExactly(
              "[\"--quiet\",\"--allow=secret,no-index\",\"--allow=max-removed\"]",
              "[\"--as-of=2026-01-01\",\"a b\"]",
              "[\"--\",\"--x\"]");
    }
  }

  @Test
  void whatIsOfTheProcessCannotBeAskedOfADaemon() throws IOException {
    try (FakeDaemon _ = served(directory).listen(socket)) {
      assertThat(onSite(directory, "publish", "--threads=1"))
          .isEqualTo(
              Cli.wrongUsage(
                  "publish",
                  "--threads cannot be asked of a daemon; 'godwit publish --local' works without"
                      + " one"));
    }
  }

  @Test
  void aConfigThatIsWrongIsToldBeforeAnybodyIsAsked() throws IOException {
    ServedSite daemon = served(directory);
    try (FakeDaemon fake = daemon.listen(socket)) {
      file(directory, "godwit.toml", "[site]\n[daemon]\nsocket = \"s\"\n");
      Cli told = onSite(directory, "publish");
      assertThat(told.exitCode()).isEqualTo(2);
      assertThat(told.err()).containsOnlyOnce("site.title is missing");
      assertThat(fake.requests()).isEmpty();
    }
  }
}
