package godwit.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.TestSite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `scripts/nginx/flock.conf`, by a real nginx that serves a real site.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class NginxTest {
  private static final Path SERVER = Path.of("scripts/nginx/flock.conf");
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @TempDir static Path directory;
  private static int port;
  private static String styleSheet;
  private static Process nginx;

  @BeforeAll
  static void serve() throws Exception {
    Program.require("nginx", "nginx-light");
    Path html = directory.resolve("html");
    TestSite site =
        new TestSite(
                Files.createDirectory(directory.resolve("site")),
                "[site]\ntitle = \"Flock\"\nurl = \"https://example.org\"\n")
            .article("first.md", "Title: First\nDate: 2026-01-01\nTags: wader\n\nKwiep.\n")
            .file("content/pages/about.md", "Title: About\n\nUs.\n");
    for (Map.Entry<String, byte[]> file : site.build().files().entrySet()) {
      Path path = html.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
      if (path.toString().matches(".*/main\\.[0-9a-f]{16}\\.css")) {
        styleSheet = "/" + file.getKey();
      }
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write("compressed before".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(html.resolve("pages/about.html.gz"), compressed.toByteArray());
    start(html);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (nginx != null) {
      nginx.destroy();
      nginx.waitFor();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/first",
        "/first.html",
        "/pages/about",
        "/tag/wader",
        "/archives"
      })
  void anAddressWorksWithItsExtensionAndWithout(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<!DOCTYPE html>", "Flock");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nope",
        "/nope/",
        "/.godwit/journal",
        "/pages",
        "/404.html",
        "/theme/css/main.0123456789abcdef.css"
      })
  void whatIsMissingShowsTheSitesOwnPage(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(Files.readString(directory.resolve("html/404.html")))
        .contains("Flock");
    assertThat(answer.headers().allValues("Cache-Control")).isEmpty();
    checkSecurityHeaders(answer);
  }

  @Test
  void whatNeverChangesIsKeptAndTheRestAskedForAgain() throws Exception {
    assertThat(get(styleSheet).headers().allValues("Cache-Control")).containsExactly(FOREVER);
    assertThat(get("/theme/css/main.css").headers().allValues("Cache-Control"))
        .containsExactly("no-cache");
    assertThat(get("/sitemap.xml").headers().allValues("Cache-Control"))
        .containsExactly("no-cache");

    HttpResponse<String> page = get("/first");
    String tag = page.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get("/first", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().allValues("Cache-Control")).containsExactly("no-cache");
  }

  @Test
  void everyAnswerHasTheSecurityHeaders() throws Exception {
    for (String path : new String[] {"/", styleSheet, "/feeds/all.atom.xml", "/feed", "/nope"}) {
      checkSecurityHeaders(get(path));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/feed, /feeds/all.atom.xml",
    "/feed/, /feeds/all.atom.xml",
    "/atom.xml, /feeds/all.atom.xml",
    "/index.xml, /feeds/all.atom.xml",
    "/rss, /feeds/all.rss.xml",
    "/feed.xml, /feeds/all.rss.xml",
    "/rss.xml, /feeds/all.rss.xml"
  })
  void feedReadersThatKnowTheSiteFromBeforeFindTheFeed(String path, String feed) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).hasValue(feed);
    HttpResponse<String> found = get(feed);
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.headers().firstValue("Content-Type"))
        .hasValue(
            (feed.contains("atom") ? "application/atom+xml" : "application/rss+xml")
                + "; charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource({
    "feeds/all.json, application/feed+json",
    "first.html.md, text/markdown; charset=utf-8"
  })
  void jsonFeedsAndMarkdownHaveTheirTypes(String path, String type) throws Exception {
    Path file = directory.resolve("html").resolve(path);
    Files.writeString(file, "{}");
    try {
      assertThat(get("/" + path).headers().firstValue("Content-Type")).hasValue(type);
      checkSecurityHeaders(get("/" + path));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aFileThatIsPublishedIsNotRedirected() throws Exception {
    Path feed = directory.resolve("html/index.xml");
    Files.writeString(feed, "<mine/>");
    try {
      assertThat(get("/index.xml").body()).isEqualTo("<mine/>");
    } finally {
      Files.delete(feed);
    }
  }

  @Test
  void whatIsCompressedBeforeIsServedToWhoTakesIt() throws Exception {
    HttpResponse<String> plain = get("/pages/about");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(plain.body()).contains("Us.");
    HttpResponse<String> compressed = get("/pages/about", "Accept-Encoding", "gzip");
    assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(compressed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(compressed.headers().firstValue("Content-Length"))
        .hasValue(String.valueOf(Files.size(directory.resolve("html/pages/about.html.gz"))));
    assertThat(get(styleSheet, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
        .hasValue("gzip");
  }

  private static void checkSecurityHeaders(HttpResponse<String> answer) {
    Map<String, String> expected =
        Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "SAMEORIGIN",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Server", "nginx");
    expected.forEach(
        (name, value) ->
            assertThat(answer.headers().allValues(name))
                .as(name + " of " + answer.uri())
                .containsExactly(value));
  }

  private static HttpResponse<String> get(String path, String... fields) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (fields.length > 0) {
      request.headers(fields);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void start(Path html) throws Exception {
    boolean isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    for (Path path = directory; isRoot && path.getNameCount() > 1; path = path.getParent()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = probe.getLocalPort();
    }
    String server =
        replaced(
            replaced(
                replaced(Files.readString(SERVER), "listen 80;", "listen 127.0.0.1:" + port + ";"),
                "    listen [::]:80;\n",
                ""),
            "root /srv/flock/public/html;",
            "root " + html + ";");
    Path config = directory.resolve("nginx.conf");
    Files.writeString(directory.resolve("flock.conf"), server);
    Files.writeString(
        config,
        """
        %s
        daemon off; worker_processes 1; pid DIR/pid; error_log DIR/error.log warn;
        events { worker_connections 64; }
        http {
          include /etc/nginx/mime.types; default_type application/octet-stream;
          access_log off;
          client_body_temp_path DIR/a; proxy_temp_path DIR/b; fastcgi_temp_path DIR/c;
          uwsgi_temp_path DIR/d; scgi_temp_path DIR/e;
          include DIR/flock.conf;
        }
        """
            .formatted(isRoot ? "user nobody nogroup;" : "")
            .replace("DIR", directory.toString()));
    String log = directory.resolve("error.log").toString();
    Program checked = Program.run("nginx", "-t", "-e", log, "-c", config.toString());
    assertThat(checked.said()).doesNotContain("[warn]").contains("test is successful");
    assertThat(checked.exitCode()).isZero();
    nginx =
        new ProcessBuilder("nginx", "-e", log, "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    awaitListening();
  }

  private static String replaced(String text, String old, String now) {
    assertThat(text).containsOnlyOnce(old);
    return text.replace(old, now);
  }

  private static void awaitListening() throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      try (Socket _ = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
        return;
      } catch (ConnectException e) {
        if (!nginx.isAlive() || System.nanoTime() > end) {
          throw new AssertionError(Files.readString(directory.resolve("output")), e);
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }
}
