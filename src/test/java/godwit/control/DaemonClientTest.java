package godwit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import godwit.build.BuildListener.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaemonClientTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n\r\n";

  private static final Path SITE = Path.of("/srv/flock");

  @TempDir Path directory;

  /// What a listener was told.
  private static final class Told implements DaemonClient.Listener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void out(String text) {
      lines.add("out " + text);
    }

    @Override
    public void err(String text) {
      lines.add("err " + text);
    }

    @Override
    public void progress(Stage stage, int done, int total) {
      lines.add(stage + " " + done + "/" + total);
    }
  }

  private final Told told = new Told();

  private Path socket() {
    return directory.resolve("s");
  }

  private DaemonClient client() {
    return new DaemonClient(socket(), Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  private DaemonException failure(String reply) throws IOException {
    try (FakeDaemon _ = FakeDaemon.of(socket(), SITE, reply)) {
      return catchThrowableOfType(
          DaemonException.class, () -> client().run("publish", List.of(), told));
    }
  }

  @Test
  void asksAndPassesOnWhatIsTold() throws IOException {
    String reply =
        FakeDaemon.ok(
            """
            {"progress":{"stage":"read","done":1,"total":2}}
            {"progress":{"done":12,"total":300}}
            {}
            {"later":{"a":[1,2]},"out":"é \\"quoted\\"\\n"}
            {"err":"w\\n"}
            {"exit":7}
            """);
    try (FakeDaemon daemon = FakeDaemon.of(socket(), SITE, reply)) {
      assertThat(client().site()).isEqualTo(SITE);
      assertThat(client().run("publish", List.of("--allow=a,b", "é\n\""), told)).isEqualTo(7);

      assertThat(told.lines)
          .containsExactly("READ 1/2", "RENDER 12/300", "out é \"quoted\"\n", "err w\n");
      assertThat(daemon.requests().getFirst().line()).isEqualTo("GET /v1/status HTTP/1.0");
      FakeDaemon.Request request = daemon.requests().getLast();
      assertThat(request.line()).isEqualTo("POST /publish HTTP/1.0");
      assertThat(request.head())
          .contains("\r\nAccept: application/x-ndjson\r\n")
          .contains("\r\nContent-Type: application/json\r\n");
      assertThat(ArgumentsJson.read(request.body())).containsExactly("--allow=a,b", "é\n\"");
    }
  }

  @Test
  void nobodyIsThere() throws IOException, InterruptedException {
    DaemonException none = catchThrowableOfType(DaemonException.class, () -> client().site());
    assertThat(none.kind()).isEqualTo(DaemonException.Kind.NOBODY);
    assertThat(none).hasMessage("no daemon is listening at " + socket());

    try (FakeDaemon daemon = FakeDaemon.of(socket(), SITE, "")) {
      daemon.kill();
      DaemonException gone = catchThrowableOfType(DaemonException.class, () -> client().site());
      assertThat(gone.kind()).isEqualTo(DaemonException.Kind.NOBODY);
      assertThat(gone).hasMessage("nobody listens at " + socket() + " any more");
    }
  }

  @Test
  void nobodyIsThereWhereThereIsNoSocket() throws IOException {
    Files.writeString(socket(), "");
    DaemonException file = catchThrowableOfType(DaemonException.class, () -> client().site());
    assertThat(file.kind()).isEqualTo(DaemonException.Kind.NOBODY);
    assertThat(file)
        .hasMessage("no daemon is listening at " + socket() + ": what is there is no socket");
    assertThat(file.remedy()).isPresent();

    Path below = socket().resolve("s");
    DaemonException inAFile =
        catchThrowableOfType(DaemonException.class, () -> new DaemonClient(below).site());
    assertThat(inAFile.kind()).isEqualTo(DaemonException.Kind.NOBODY);
  }

  @Test
  void anAnswerThatComesBeforeTheQuestionIsAtItsEndIsHeard() throws IOException {
    FakeDaemon.Answer answer =
        (_, reply) ->
            reply.write(
                "HTTP/1.1 413 x\r\n\r\n{\"detail\":\"too long\"}".getBytes(StandardCharsets.UTF_8));
    try (FakeDaemon _ = FakeDaemon.listenToHeads(socket(), answer)) {
      List<String> many = List.of("x".repeat(4 << 20));
      DaemonException refused =
          catchThrowableOfType(DaemonException.class, () -> client().run("publish", many, told));
      assertThat(refused).hasMessage("the daemon refuses: too long");
    }
  }

  @Test
  void aDaemonThatIsSilentIsGivenUp() throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    FakeDaemon.Answer answer =
        (_, reply) -> {
          reply.write(FakeDaemon.ok("{\"out\":\"a\"}\n").getBytes(StandardCharsets.UTF_8));
          done.await();
        };
    try (FakeDaemon _ = FakeDaemon.listen(socket(), answer)) {
      DaemonClient impatient =
          new DaemonClient(socket(), Duration.ofMillis(200), Duration.ofMillis(200));
      DaemonException silent =
          catchThrowableOfType(
              DaemonException.class, () -> impatient.run("publish", List.of(), told));
      assertThat(silent.kind()).isEqualTo(DaemonException.Kind.SILENT);
      assertThat(told.lines).containsExactly("out a");
    } finally {
      done.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        OK,
        OK + "{\"out\":\"text\"}\n",
        OK + "{\"progress\":{\"done\":1,\"total\":2}}\n{}\n",
      })
  void aStreamThatBreaksOffIsToldFromAnEnd(String reply) throws IOException {
    assertThat(failure(reply).kind()).isEqualTo(DaemonException.Kind.BROKEN_OFF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}\r\n",
      })
  void aStrangerIsKnownByItsHead(String reply) throws IOException {
    assertThat(failure(reply).kind()).isEqualTo(DaemonException.Kind.STRANGER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "{\"exit\":256}",
        "{\"exit\":-1}",
        "{\"exit\":99999999999}",
        "{\"exit\":0",
        "{\"out\":5}"
      })
  void aStrangerIsKnownByItsLines(String line) throws IOException {
    assertThat(failure(OK + line + "\n").kind()).isEqualTo(DaemonException.Kind.STRANGER);
  }

  @ParameterizedTest
  @CsvSource({
    "400,WRONG",
    "403,NOT_PERMITTED",
    "404,WRONG",
    "409,BUSY",
    "413,WRONG",
    "429,BUSY",
    "500,FAILED",
    "503,BUSY",
    "504,SILENT"
  })
  void aProblemIsToldInItsWords(int status, DaemonException.Kind kind) throws IOException {
    String head = "HTTP/1.1 " + status + " x\r\nContent-Type: application/problem+json\r\n\r\n";
    DaemonException detailed =
        failure(head + "{\"type\":\"about:blank\",\"status\":1,\"title\":\"t\",\"detail\":\"so\"}");
    assertThat(detailed.kind()).isEqualTo(kind);
    assertThat(detailed).hasMessage("the daemon refuses: so");
    assertThat(failure(head + "{\"title\":\"t\"}")).hasMessage("the daemon refuses: t");
    assertThat(failure(head + "plain text\n")).hasMessage("the daemon refuses: plain text");
    assertThat(failure(head)).hasMessage("the daemon refuses: it answered with status " + status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[1]", "{\"site\":5}", "{\"result\":\"ok\"}", "{\"site\":\"/a\""})
  void whoDoesNotSayWhichSiteIsAStranger(String body) throws IOException {
    FakeDaemon.Answer answer =
        (_, reply) -> reply.write(FakeDaemon.ok(body).getBytes(StandardCharsets.UTF_8));
    try (FakeDaemon _ = FakeDaemon.listen(socket(), answer)) {
      assertThat(catchThrowableOfType(DaemonException.class, () -> client().site()).kind())
          .isEqualTo(DaemonException.Kind.STRANGER);
    }
  }
}
