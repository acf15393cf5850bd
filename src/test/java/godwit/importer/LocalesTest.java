package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which locales there are, and what `LOCALE` is for.
class LocalesTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({
    "fr_FR.UTF-8,true",
    "de_DE@euro,true",
    "C,true",
    "'',true",
    "fr,true",
    "usa,true",
    "french,true",
    "jpn,true",
    "xx_YY,false",
    "klingon,false",
    "fr_FRR,false"
  })
  void knowsLocales(String name, boolean exists) {
    assertThat(Locales.exists(name)).isEqualTo(exists);
  }

  /// Pelican takes the first of them that the machine has, and for `C` English words.
  @ParameterizedTest
  @CsvSource({
    "'nl_NL.UTF-8',nl-NL",
    "'de_DE@euro',de-DE",
    "fr,fr",
    "C,en",
    "POSIX,en",
    "'',",
    "french,"
  })
  void theLocaleIsTheLanguageOfNamesInAddresses(String locale, @Nullable String language)
      throws IOException {
    String toml = Blog.toml(Blog.read(temporary, "LOCALE = ['" + locale + "', 'sv_SE']"));

    if (language == null) {
      assertThat(toml).doesNotContain("language = ");
    } else {
      assertThat(toml).contains("\nlanguage = \"" + language + "\"\n");
    }
  }
}
