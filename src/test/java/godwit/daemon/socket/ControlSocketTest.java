package godwit.daemon.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import godwit.daemon.socket.ControlSocketException.Kind;
import godwit.libc.SocketCalls;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
  private static final long ME = ProcessHandle.current().pid();

  @TempDir Path directory;

  @Test
  void hasItsModeAndIsGoneAfterwards() throws IOException {
    Path path = directory.resolve("http.socket");
    for (String mode : List.of("rw-rw----", "rw-------", "rw-rw-rw-", "-w--w--w-")) {
      int bits = 0;
      for (char c : mode.toCharArray()) {
        bits = bits << 1 | (c == '-' ? 0 : 1);
      }
      try (ControlSocket socket = open(path, bits)) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .isEqualTo(mode);
        assertThat(socket.path()).contains(path);
        connect(path).close();
      }
      assertThat(path).doesNotExist();
    }
    list().containsExactly("http.socket.lock");
  }

  @Test
  void aSecondDaemonIsToldWhoHasItAndTouchesNothing() throws IOException {
    Path path = directory.resolve("http.socket");
    try (ControlSocket socket = open(path, 0660)) {
      Object before = Files.getAttribute(path, "unix:fileKey");
      assertThatExceptionOfType(ControlSocketException.class)
          .isThrownBy(() -> open(path, 0660))
          .withMessage("another daemon has the socket %s: process %d", path, ME)
          .satisfies(
              e -> {
                assertThat(e.kind()).isEqualTo(Kind.BUSY);
                assertThat(e.holder()).hasValue(ME);
              });
      assertThat(Files.getAttribute(path, "unix:fileKey")).isEqualTo(before);
      connect(path).close();
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void ofThoseThatRaceOneWins() throws Exception {
    Path path = directory.resolve("http.socket");
    try (ExecutorService racers = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 100; i++) {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Optional<ControlSocket>> race =
            () -> {
              start.await();
              try {
                return Optional.of(open(path, 0660));
              } catch (ControlSocketException e) {
                assertThat(e.kind()).isEqualTo(Kind.BUSY);
                assertThat(e.holder()).hasValue(ME);
                return Optional.empty();
              }
            };
        List<ControlSocket> winners = new ArrayList<>();
        for (Future<Optional<ControlSocket>> racer : racers.invokeAll(List.of(race, race))) {
          racer.get().ifPresent(winners::add);
        }
        assertThat(winners).hasSize(1);
        connect(path).close();
        winners.getFirst().close();
      }
    }
  }

  @Test
  void aStaleSocketIsReplaced() throws IOException {
    Path path = directory.resolve("http.socket");
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(path));
    }
    assertThat(path).exists();
    Files.createDirectory(directory.resolve(".http.socket.new"));
    try (ControlSocket socket = open(path, 0660)) {
      connect(path).close();
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void theSocketOfAnotherProgramIsLeftAlone() throws IOException {
    Path path = directory.resolve("http.socket");
    try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      other.bind(UnixDomainSocketAddress.of(path));
      refused(Kind.BUSY, "another program listens to the socket", () -> open(path, 0660));
      connect(path).close();
    }
  }

  @Test
  void whatHasComeInItsPlaceIsNotDeleted() throws IOException {
    Path path = directory.resolve("http.socket");
    ControlSocket socket = open(path, 0660);
    Files.delete(path);
    Files.writeString(path, "mine");
    socket.close();
    assertThat(path).hasContent("mine");
  }

  @Test
  void neverReplacesWhatIsNoSocket() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "mine");
    refused(Kind.CONFIG, "that is no socket", () -> open(file, 0660));
    assertThat(file).hasContent("mine");
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("nothing"));
    refused(Kind.CONFIG, "that is no socket", () -> open(link, 0660));
    assertThat(link).isSymbolicLink();
    Path folder = Files.createDirectory(directory.resolve("folder"));
    refused(Kind.CONFIG, "that is no socket", () -> open(folder, 0660));
    list().filteredOn(name -> name.contains(".new")).isEmpty();
  }

  @Test
  void thePathMayHaveAsManyBytesAsAnAddress() throws IOException {
    String base = directory + "/";
    Path longest = Path.of(base + "s".repeat(107 - base.length()));
    for (int i = 0; i < 2; i++) {
      try (ControlSocket socket = open(longest, 0660)) {
        // Java's own channel knows no path of more than 106 bytes.
        assertThat(SocketCalls.isListenedTo(longest)).isTrue();
        assertThat(socket.path()).contains(longest);
        Files.move(longest, directory.resolve("stale"));
      }
      Files.move(directory.resolve("stale"), longest);
    }
    Path longer = Path.of(longest + "s");
    refused(Kind.CONFIG, "has 108 bytes, and 107 is the most", () -> open(longer, 0660));
  }

  @Test
  void missingDirectoriesAndGroupsAreNamed() {
    refused(
        Kind.CONFIG,
        "there is no directory for the socket",
        () -> open(directory.resolve("missing/http.socket"), 0660));
    refused(
        Kind.CONFIG,
        "there is no group no-such-group",
        () ->
            ControlSocket.open(
                new SocketOptions(
                    directory.resolve("http.socket"), 0660, Optional.of("no-such-group"))));
    assertThat(directory.resolve("http.socket")).doesNotExist();
  }

  @Test
  void activationIsForTheProcessThatItNames() throws IOException {
    assertThat(Activation.find(Map.of(), ME)).isEmpty();
    assertThat(Activation.find(Map.of("LISTEN_PID", "1", "LISTEN_FDS", "1"), ME)).isEmpty();
    assertThat(Activation.find(Map.of("LISTEN_PID", ME + "", "LISTEN_FDS", "0"), ME))
        .isEqualTo(OptionalInt.empty());
    refused(
        Kind.CONFIG,
        "LISTEN_FDS is no number",
        () -> Activation.find(Map.of("LISTEN_PID", ME + "", "LISTEN_FDS", "x"), ME));
    refused(Kind.CONFIG, "is no Unix stream socket", () -> ControlSocket.inherited(0));
  }

  @Test
  void usersAreKnownByNameOrNumber() {
    UserNames names = new UserNames();
    assertThat(names.of(0)).isEqualTo("root");
    assertThat(names.of(4_000_000_001L)).isEqualTo("4000000001");
  }

  private static void refused(Kind kind, String message, Callable<?> action) {
    assertThatExceptionOfType(ControlSocketException.class)
        .isThrownBy(action::call)
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(kind))
        .satisfies(e -> assertThat(e.remedy()).isNotBlank());
  }

  private static ControlSocket open(Path path, int mode) throws ControlSocketException {
    return ControlSocket.open(new SocketOptions(path, mode, Optional.empty()));
  }

  private static SocketChannel connect(Path path) throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(path));
  }

  private org.assertj.core.api.ListAssert<String> list() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return assertThat(entries.map(e -> e.getFileName().toString()).toList());
    }
  }
}
