package godwit.content.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Holds the manual's list of code languages to [Language].
class LanguagesManualTest {
  @Test
  void thePageHasALineForEachLanguage() throws IOException {
    Set<Language> listed = EnumSet.noneOf(Language.class);
    for (String line : Files.readAllLines(Path.of("content/reference/markdown.md"))) {
      if (line.startsWith("- `")) {
        String[] names = line.substring(2).replace("`", "").split(", ");
        Language language = Language.named(names[0]);
        assertThat(language).as(names[0]).isNotNull();
        for (String name : names) {
          assertThat(Language.named(name)).as(name).isEqualTo(language);
        }
        listed.add(language);
      }
    }
    assertThat(listed).isEqualTo(EnumSet.allOf(Language.class));
  }
}
