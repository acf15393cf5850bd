package godwit.daemon;

import godwit.config.SiteConfig;
import godwit.control.CommandFace;
import godwit.daemon.http.HttpServer;
import godwit.daemon.http.Limits;
import godwit.daemon.http.Route;
import godwit.daemon.socket.Activation;
import godwit.daemon.socket.ControlSocket;
import godwit.daemon.socket.SocketOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The daemon as a whole: the site, the socket, and what is answered on it.
public final class DaemonServer {
  private static final Logger LOG = LoggerFactory.getLogger(DaemonServer.class);

  /// For a swap that has begun to be finished.
  private static final Duration FINISHING = Duration.ofSeconds(8);

  /// For answers to be sent.
  private static final Duration ANSWERING = Duration.ofSeconds(2);

  private final Daemon daemon;
  private final HttpServer http;
  private final CommandRoutes commands;
  private final ApiRoutes api;
  private final Thread beats;
  private final Path socket;
  private final Notification systemd;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// What a daemon consists of besides its site.
  ///
  /// @param face runs commands
  /// @param commands the names that it knows
  /// @param version of Godwit
  /// @param environment of the process
  /// @param watch whether to publish whenever a file of the site changes
  public record Parts(
      CommandFace face,
      List<String> commands,
      String version,
      Map<String, String> environment,
      boolean watch) {
    public Parts {
      commands = List.copyOf(commands);
      environment = Map.copyOf(environment);
    }
  }

  private DaemonServer(
      SiteConfig config,
      Parts parts,
      InstantSource clock,
      Heartbeat.Pause pause,
      ControlSocket control,
      Listening listening) {
    this.socket = listening.socket();
    this.systemd =
        Notification.of(parts.environment(), ProcessHandle.current().pid(), System::nanoTime);
    this.daemon = new Daemon(config, clock, listening, systemd);
    Audit audit = new Audit();
    this.commands = new CommandRoutes(daemon, parts.face(), parts.commands(), audit);
    this.api = new ApiRoutes(daemon, audit, parts.version(), this::connections);
    List<Route> routes = new ArrayList<>(api.routes());
    routes.addAll(commands.routes());
    this.http = new HttpServer(control, routes, commands::unknown, Limits.DEFAULT);
    this.beats =
        Thread.ofVirtual()
            .name("beat")
            .unstarted(new Heartbeat(pause, this::beatFollowers, api::beatEvents));
  }

  /// Takes the socket that systemd has passed, or makes one, and serves the site on it.
  ///
  /// @throws godwit.daemon.socket.ControlSocketException if another daemon has it, or it cannot be
  ///   made
  public static DaemonServer start(SiteConfig config, Parts parts, InstantSource clock)
      throws IOException {
    return start(config, parts, clock, Thread::sleep);
  }

  /// The same with another sense of time for its heartbeats.
  static DaemonServer start(
      SiteConfig config, Parts parts, InstantSource clock, Heartbeat.Pause pause)
      throws IOException {
    OptionalInt passed = Activation.find(parts.environment(), ProcessHandle.current().pid());
    Path socket = config.daemon().socket(config.directory(), parts.environment());
    ControlSocket control =
        passed.isPresent() ? ControlSocket.inherited(passed.getAsInt()) : open(config, socket);
    Listening listening =
        new Listening(socket, passed.isPresent() ? Optional.empty() : Optional.of(config.daemon()));
    DaemonServer server = new DaemonServer(config, parts, clock, pause, control, listening);
    server.start(parts.watch());
    return server;
  }

  private static ControlSocket open(SiteConfig config, Path socket) throws IOException {
    Path directory = socket.getParent();
    if (directory != null && !Files.exists(directory)) {
      Path above = directory.getParent();
      if (above != null && Files.isDirectory(above)) { // `.godwit` of the site, `godwit` in /run
        Files.createDirectory(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      }
    }
    return ControlSocket.open(
        new SocketOptions(socket, config.daemon().mode(), config.daemon().group()));
  }

  private void start(boolean watch) throws IOException {
    if (watch) {
      daemon.watch();
    }
    daemon.start();
    http.start();
    beats.start();
    systemd
        .watchdogInterval()
        .ifPresent(
            interval -> Thread.ofVirtual().name("watchdog").start(() -> beWatched(interval)));
    LOG.info("listening on {} for {}", socket, daemon.site().config().directory());
    systemd.ready("serving " + daemon.site().config().directory());
  }

  private void beatFollowers() {
    commands.beat();
    api.beatProgress();
  }

  /// That this thread runs is what the watchdog is told: a queue that is stuck in a build is cured
  /// by its own limits.
  private void beWatched(Duration interval) {
    try {
      while (true) {
        Thread.sleep(interval.dividedBy(2));
        systemd.alive();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does
    }
  }

  private int connections() {
    return http.connections();
  }

  /// Where it listens.
  public Path socket() {
    return socket;
  }

  /// Has it look at the clock now.
  void wake() {
    daemon.wake();
  }

  /// Asks for the end, and returns before it comes.
  public void shutDown() {
    daemon.shutDown();
  }

  /// Serves until somebody asks for the end, then calls off a build that is under way, finishes a
  /// swap, and answers everybody.
  public void serve() throws InterruptedException {
    try {
      daemon.awaitShutDown();
    } finally {
      stop();
    }
  }

  /// Returns when the end has come. @return false if it has not, after that time
  public boolean awaitEnd(Duration time) throws InterruptedException {
    return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void stop() {
    LOG.info("stopping");
    systemd.stopping();
    if (!daemon.stop(FINISHING)) {
      LOG.warn("what is under way does not end; the next start puts the target in order");
    }
    beats.interrupt();
    try {
      http.stop(ANSWERING);
      LOG.info("stopped");
    } catch (IOException e) {
      LOG.warn("the socket cannot be closed: {}", e.getMessage());
    }
    stopped.countDown();
  }
}
