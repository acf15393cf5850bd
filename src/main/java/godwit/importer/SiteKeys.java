package godwit.importer;

import godwit.config.ZoneName;
import godwit.diagnostic.SourcePosition;
import godwit.importer.TomlValue.Flag;
import godwit.importer.TomlValue.Text;
import godwit.importer.python.PythonValue;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes `[site]`.
final class SiteKeys {
  /// What Pelican calls a blog without SITENAME.
  private static final String UNNAMED = "A Pelican Blog";

  private final Settings settings;
  private final Notes notes;
  private final Draft draft;

  SiteKeys(Settings settings, Notes notes, Draft draft) {
    this.settings = settings;
    this.notes = notes;
    this.draft = draft;
  }

  void write() {
    title();
    draft.put("site.subtitle", new Text(settings.text("SITESUBTITLE", "")), "SITESUBTITLE");
    url();
    draft.put("site.author", new Text(settings.text("AUTHOR", "")), "AUTHOR");
    timezone();
    language();
    draft.put(
        "site.menu-pages",
        new Flag(settings.truth("DISPLAY_PAGES_ON_MENU", true)),
        "DISPLAY_PAGES_ON_MENU");
    draft.put(
        "site.menu-categories",
        new Flag(settings.truth("DISPLAY_CATEGORIES_ON_MENU", true)),
        "DISPLAY_CATEGORIES_ON_MENU");
    new LinkKeys(settings, notes, draft).write();
  }

  private void url() {
    String url = settings.text("SITEURL", "").replaceAll("/+$", "");
    if (!url.isEmpty()) {
      draft.put("site.url", new Text(url), "SITEURL");
      return;
    }
    draft.add(
        "site.url",
        new Text(""),
        List.of(
            "Write here where the site will be read, such as https://example.org/blog: there are",
            "no feeds and no sitemap without it. SITEURL is empty or not set."),
        List.of("SITEURL"));
    boolean isText = settings.value("SITEURL").map(SiteKeys::isText).orElse(true);
    if (isText && !settings.isUnread("SITEURL")) {
      notes.setting(
          settings.position("SITEURL").orElse(SourcePosition.ofFile(PelicanImport.SETTINGS)),
          settings.isGiven("SITEURL")
              ? "SITEURL is empty: there will be no feeds and no sitemap"
              : "SITEURL is not set: there will be no feeds and no sitemap",
          "write site.url into godwit.toml");
    }
  }

  /// Whether it is a text, or stands for an empty one.
  private static boolean isText(PythonValue value) {
    return value instanceof PythonValue.Text || value.truth().equals(Optional.of(false));
  }

  /// A site always has a title.
  private void title() {
    String title =
        settings.text("SITENAME", UNNAMED).replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    if (settings.isUnread("SITENAME")) {
      draft.add(
          "site.title",
          new Text(UNNAMED),
          List.of("SITENAME could not be read: write what it says."),
          List.of());
    } else {
      List<String> comments =
          title.isEmpty() ? List.of("SITENAME is empty, and a site has a title.") : List.of();
      draft.put(
          "site.title", new Text(title.isEmpty() ? UNNAMED : title), comments, List.of("SITENAME"));
    }
  }

  private void timezone() {
    String zone = settings.text("TIMEZONE", "UTC");
    PythonValue value = settings.value("TIMEZONE").orElse(null);
    if (value != null && zone.isEmpty()) {
      settings.wrongType("TIMEZONE", value, "a name such as 'Europe/Paris'");
      return;
    }
    Optional<ZoneId> found = ZoneName.find(zone);
    if (found.isPresent()) {
      draft.put("site.timezone", new Text(found.get().getId()), "TIMEZONE");
    } else if (value != null) {
      notes.wrong(
          value.position(),
          "TIMEZONE: unknown time zone '" + zone + "'",
          "write one like Europe/Paris or UTC");
    }
  }

  /// Pelican takes this setting in small letters, but not the languages of texts: one that says
  /// `pt-BR` is not in the default language.
  private void language() {
    String language = settings.text("DEFAULT_LANG", "en");
    String tag = language.replace('_', '-').toLowerCase(Locale.ROOT);
    List<String> comments = new ArrayList<>();
    if (!tag.equals(language)) {
      comments.add(
          "In Pelican it was '"
              + language.toLowerCase(Locale.ROOT)
              + "', as that makes small letters of it, and not of 'Lang:' in headers.");
    }
    if (language.contains("_")) {
      comments.add("A language tag has hyphens.");
    }
    draft.put("site.language", new Text(tag), comments, List.of("DEFAULT_LANG"));
  }
}
