package godwit.site;

import godwit.config.SlugRules;
import godwit.config.SlugSettings;
import godwit.config.Substitution.TooManySteps;
import godwit.content.Document;
import godwit.content.FrontMatter;
import godwit.content.TitleText;

/// Makes slugs by the settings of a site.
public final class Slugger {
  private final SlugSettings settings;

  public Slugger(SlugSettings settings) {
    this.settings = settings;
  }

  /// The slug of an article or a page: the one that it gives, or the one of its title or file name.
  String of(Document document) throws TooManySteps {
    String given = document.frontMatter().slug();
    if (given != null) {
      return given;
    }
    return Slugs.of(
        switch (settings.source()) {
          case TITLE -> title(document.frontMatter());
          case BASENAME -> document.source().baseName();
        },
        settings.entries());
  }

  /// As it is written in the header, if it comes from there: Pelican takes tags and references out
  /// of that, and those that references make are none.
  private static String title(FrontMatter frontMatter) {
    String title = frontMatter.title();
    String given = frontMatter.metadata().text("title");
    return given != null && TitleText.plain(given).replace('\n', ' ').equals(title) ? given : title;
  }

  /// The slug of a series, which is made as that of an article.
  String ofSeries(String name) throws TooManySteps {
    return Slugs.of(name, settings.entries());
  }

  /// The slug of a category, a tag or an author.
  public String of(Taxonomy taxonomy, String name) throws TooManySteps {
    SlugRules rules =
        switch (taxonomy) {
          case CATEGORY -> settings.category();
          case TAG -> settings.tag();
          case AUTHOR -> settings.author();
        };
    return Slugs.of(name, rules);
  }
}
