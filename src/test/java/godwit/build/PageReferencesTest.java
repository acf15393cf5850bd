package godwit.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import godwit.site.UrlEncoding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the pages and style sheets of the fixture sites refer to is on the site. The author is told
/// of links in content that lead nowhere; this looks at what is written in the end.
class PageReferencesTest {
  private static final Pattern URL = Pattern.compile("(?m)^url = \"([^\"]+)\"$");
  private static final Pattern NAMED = Pattern.compile("[^'\"(\\s]*\\.[0-9a-f]{16}\\.[^'\")\\s]*");

  /// What they are about.
  private static final Set<String> WITH_BROKEN_ONES = Set.of("links/warn", "links/warn-of-terms");

  @TempDir Path directory;

  static List<FixtureSite> passing() throws IOException {
    return FixtureSite.all().stream()
        .filter(FixtureSite::isPassing)
        .filter(site -> !WITH_BROKEN_ONES.contains(site.toString()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("passing")
  void everyReferenceLeadsToAFile(FixtureSite fixture) throws IOException {
    SiteRun run = SiteRun.of(fixture.copyTo(directory));
    String home = home(Files.readString(directory.resolve("godwit.toml")));
    List<String> broken = new ArrayList<>();
    run.files()
        .forEach(
            (path, bytes) -> {
              URI page = URI.create(home + UrlEncoding.path(path));
              for (String reference : references(path, new String(bytes, UTF_8))) {
                URI target = page.resolve(reference.replace(" ", "%20"));
                if (!isThere(home, target, run.files().keySet())) {
                  broken.add(path + ": " + reference);
                }
              }
            });

    assertThat(broken).isEmpty();
  }

  /// With a slash at the end.
  private static String home(String settings) {
    Matcher url = URL.matcher(settings);
    return (url.find() ? url.group(1) : "https://example.org") + "/";
  }

  private static Set<String> references(String path, String text) {
    Set<String> references = new TreeSet<>();
    if (path.endsWith(".html")) {
      for (Element element : Jsoup.parse(text).select("*")) {
        for (String name : List.of("href", "src", "poster", "data")) {
          references.add(element.attr(name));
        }
        for (String candidate : element.attr("srcset").split(",", -1)) {
          references.add(candidate.strip().split(" ", -1)[0]);
        }
      }
    } else if (path.endsWith(".css")) {
      NAMED.matcher(text).results().map(MatchResult::group).forEach(references::add);
    }
    references.remove(""); // of elements that have no such attribute
    return references;
  }

  private static boolean isThere(String home, URI target, Set<String> files) {
    String url = target.toString().split("[?#]", 2)[0];
    if (!url.startsWith(home)) {
      return true; // elsewhere
    }
    String path = UrlEncoding.decode(url.substring(home.length()));
    return files.contains(path)
        || files.contains(path + ".html")
        || files.contains(path + "index.html")
        || files.contains(path + "/index.html");
  }
}
