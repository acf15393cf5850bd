package godwit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A site and its files by path.
public record BuiltSite(Site site, Map<String, byte[]> files) {
  public byte[] bytes(String path) {
    assertThat(files).containsKey(path);
    return files.get(path);
  }

  public String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }
}
