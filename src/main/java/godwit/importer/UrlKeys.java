package godwit.importer;

import godwit.config.Strftime;
import godwit.config.UrlPattern;
import godwit.config.UrlPattern.Field;
import godwit.config.UrlPattern.Part;
import godwit.diagnostic.SourcePosition;
import godwit.importer.TomlValue.Flag;
import godwit.importer.TomlValue.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes `[urls]`, and `[content.template-pages]` of templates that are no kind of Godwit's.
final class UrlKeys {
  /// A kind of page.
  ///
  /// @param key below `urls`
  /// @param setting the beginning of its two settings' names
  /// @param url Pelican's default
  private record Kind(String key, String setting, String url) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("article", "ARTICLE", "{slug}.html"),
          new Kind("article-translation", "ARTICLE_LANG", "{slug}-{lang}.html"),
          new Kind("draft", "DRAFT", "drafts/{slug}.html"),
          new Kind("draft-translation", "DRAFT_LANG", "drafts/{slug}-{lang}.html"),
          new Kind("page", "PAGE", "pages/{slug}.html"),
          new Kind("page-translation", "PAGE_LANG", "pages/{slug}-{lang}.html"),
          new Kind("draft-page", "DRAFT_PAGE", "drafts/pages/{slug}.html"),
          new Kind("draft-page-translation", "DRAFT_PAGE_LANG", "drafts/pages/{slug}-{lang}.html"),
          new Kind("category", "CATEGORY", "category/{slug}.html"),
          new Kind("tag", "TAG", "tag/{slug}.html"),
          new Kind("author", "AUTHOR", "author/{slug}.html"));

  /// Where static files go unless the settings say otherwise.
  private static final String PATH = "{path}";

  private static final List<String> DIRECT =
      List.of("index", "archives", "categories", "tags", "authors");

  /// What Godwit makes without a template of the blog's.
  private static final Map<String, String> OWN_FILES =
      Map.of("sitemap", "sitemap.xml", "404", "404.html", "robots", "robots.txt");

  private final Settings settings;
  private final Notes notes;
  private final Draft draft;

  UrlKeys(Settings settings, Notes notes, Draft draft) {
    this.settings = settings;
    this.notes = notes;
    this.draft = draft;
  }

  void write() {
    KINDS.forEach(this::kind);
    draft.add(
        "urls.from-save-as",
        new Flag(false),
        List.of("In Pelican a header that gives save_as alone does not give the URL with it."),
        List.of());
    language();
    List<String> templates = settings.texts("DIRECT_TEMPLATES", DIRECT);
    for (String template : DIRECT) {
      direct(template, templates.contains(template));
    }
    for (String period : List.of("YEAR", "MONTH", "DAY")) {
      period(period);
    }
    statics();
    sources();
    templatePages(templates);
  }

  private void statics() {
    String file = relative(settings.text("STATIC_SAVE_AS", PATH));
    String url = relative(settings.text("STATIC_URL", PATH));
    boolean isElsewhere = settings.text("STATIC_URL", PATH).contains("//");
    if (file.isEmpty() || isElsewhere) {
      String name = file.isEmpty() ? "STATIC_SAVE_AS" : "STATIC_URL";
      settings
          .position(name)
          .ifPresent(
              position ->
                  notes.setting(
                      position,
                      name
                          + (isElsewhere
                              ? " leads to another site: links lead to the files on this one"
                              : " is empty, which is no file"),
                      "write urls.static in godwit.toml if they are to be elsewhere on it"));
    }
    String savedAs = file.isEmpty() ? PATH : file;
    String read = isElsewhere ? savedAs : url;
    List<String> names = List.of("STATIC_URL", "STATIC_SAVE_AS");
    if (!isRight(read, names.getFirst(), names.getLast())
        || !isRight(savedAs, names.getLast(), names.getFirst())) {
      return;
    }
    if (read.equals(savedAs)) {
      draft.put("urls.static", new Text(read), List.of(), names);
      return;
    }
    settings
        .position("STATIC_URL")
        .or(() -> settings.position("STATIC_SAVE_AS"))
        .ifPresent(
            position ->
                notes.setting(
                    position,
                    "links to static files lead to '"
                        + read
                        + "', and the files are '"
                        + savedAs
                        + "'",
                    "let the web server find the files there, or give both settings one value"));
    draft.add("urls.static", new Text(read), List.of(), names);
    draft.add("urls.static-save-as", new Text(savedAs), List.of(), names);
  }

  private void sources() {
    List<String> names = List.of("OUTPUT_SOURCES", "OUTPUT_SOURCES_EXTENSION");
    if (settings.truth("OUTPUT_SOURCES", false)) {
      String extension = settings.text("OUTPUT_SOURCES_EXTENSION", ".text");
      if (extension.isEmpty()) {
        settings
            .position("OUTPUT_SOURCES_EXTENSION")
            .ifPresent(
                position ->
                    notes.setting(
                        position,
                        "OUTPUT_SOURCES_EXTENSION is empty: no sources are published",
                        "write urls.source-extension in godwit.toml, such as \".text\""));
      }
      draft.put("urls.source-extension", new Text(extension), List.of(), names);
    } else if (settings.isUnread("OUTPUT_SOURCES")) {
      draft.add("urls.source-extension", new Text(".text"), List.of(), names);
    }
  }

  /// Pelican writes names in addresses in the language of its process.
  private void language() {
    String name = Locales.first(settings);
    if (!name.isEmpty()) {
      draft.put(
          "urls.language",
          new Text(name),
          List.of("Of names in addresses. Elsewhere they are in the language of the article."),
          List.of("LOCALE"));
    }
  }

  private void kind(Kind kind) {
    String urlName = kind.setting() + "_URL";
    String fileName = kind.setting() + "_SAVE_AS";
    String file = settings.text(fileName, kind.url());
    String url = settings.text(urlName, kind.url());
    if (!file.isEmpty()) {
      place(kind.key(), relative(url), relative(file), kind.url(), urlName, fileName);
    } else {
      if (!relative(url).equals(kind.url())) {
        draft.put("urls." + kind.key(), new Text(relative(url)), urlName);
      }
      draft.add("urls." + kind.key() + "-save-as", new Text(""), List.of(), List.of(fileName));
    }
  }

  /// Lists there is one of. Their URL in Pelican is the theme's matter unless it is set.
  private void direct(String template, boolean isMade) {
    String setting = template.toUpperCase(Locale.ROOT);
    String usual = template + ".html";
    String urlName = setting + "_URL";
    String fileName = setting + "_SAVE_AS";
    String file = relative(settings.text(fileName, usual));
    if (!isMade) {
      draft.put(
          "urls." + template,
          new Text(""),
          List.of("DIRECT_TEMPLATES does not name it."),
          List.of("DIRECT_TEMPLATES"));
    } else if (file.isEmpty()) {
      draft.put("urls." + template, new Text(""), fileName);
    } else if (settings.isGiven(urlName)) {
      place(template, relative(settings.text(urlName, usual)), file, usual, urlName, fileName);
    } else {
      // {index} in content leads to the file in Pelican.
      String url = template.equals("index") ? file : shortest(file);
      place(template, url, file, usual, fileName, urlName);
    }
  }

  private void period(String period) {
    String urlName = period + "_ARCHIVE_URL";
    String fileName = period + "_ARCHIVE_SAVE_AS";
    String file = relative(settings.text(fileName, ""));
    String url = relative(settings.text(urlName, ""));
    String key = period.toLowerCase(Locale.ROOT) + "-archive";
    if (!file.isEmpty()) {
      place(key, url.isEmpty() ? shortest(file) : url, file, "", urlName, fileName);
    } else if (settings.isUnread(fileName)) {
      draft.add("urls." + key, new Text(url), List.of(), List.of(fileName));
    }
  }

  /// `blog/` for `blog/index.html`; the front page of the site keeps its name.
  private static String shortest(String file) {
    return file.endsWith("/index.html")
        ? file.substring(0, file.length() - "index.html".length())
        : file;
  }

  /// A pattern of Pelican's as Godwit has it: without the slash that some begin with.
  static String relative(String pattern) {
    return DateAttributes.asCodes(pattern.replaceAll("^/+", ""));
  }

  /// Writes the URL, and the file where that does not follow from it.
  ///
  /// @param usual what the URL is in Godwit unless it is told otherwise
  private void place(
      String key, String url, String file, String usual, String name, String otherName) {
    List<String> names = List.of(name, otherName);
    if (!isRight(url, name, otherName) || !isRight(file, otherName, name)) {
      return;
    }
    String follows = UrlPattern.parse(url).file().source();
    if (follows.equals(file)) {
      if (!url.equals(usual) || names.stream().anyMatch(settings::isUnread)) {
        draft.put("urls." + key, new Text(url), List.of(), names);
      }
      return;
    }
    draft.add("urls." + key, new Text(url), List.of(), List.of(name));
    draft.add("urls." + key + "-save-as", new Text(file), List.of(), List.of(otherName));
  }

  /// Whether a pattern can be read and its date codes exist; else that is told.
  private boolean isRight(String pattern, String name, String otherName) {
    String given = settings.isGiven(name) ? name : otherName;
    List<Part> parts;
    try {
      parts = UrlPattern.parse(pattern).parts();
    } catch (IllegalArgumentException e) {
      settings
          .position(given)
          .ifPresent(
              position ->
                  notes.wrong(
                      position,
                      given + ": " + e.getMessage(),
                      "a field is {slug}; a brace itself is {{ or }}"));
      return false;
    }
    for (Part part : parts) {
      Optional<String> unknown =
          part instanceof Field field
              ? Strftime.firstUnknownCode(field.format())
              : Optional.empty();
      if (unknown.isPresent()) {
        settings
            .position(given)
            .ifPresent(
                position ->
                    notes.dateCode(
                        position, given + ": there is no date code '" + unknown.get() + "'"));
        return false;
      }
    }
    return true;
  }

  /// Templates that make a page of their own.
  private void templatePages(List<String> directTemplates) {
    Map<String, String> pages = new LinkedHashMap<>();
    Map<String, SourcePosition> places = new LinkedHashMap<>();
    for (String template : directTemplates) {
      String fileName = template.toUpperCase(Locale.ROOT) + "_SAVE_AS";
      String file = settings.text(fileName, template + ".html");
      boolean isOwn = OWN_FILES.containsKey(template);
      if (isOwn && (file.equals(OWN_FILES.get(template)) || !settings.isGiven(fileName))) {
        settings
            .position("DIRECT_TEMPLATES")
            .ifPresent(
                position ->
                    notes.unneeded(
                        position,
                        "the template '" + template + "' is not needed",
                        "Godwit writes " + OWN_FILES.get(template) + " by itself"));
      } else if (!DIRECT.contains(template) && !file.isEmpty()) {
        pages.put(template + ".ftlh", relative(file));
        places.put(
            template + ".ftlh",
            settings
                .position(settings.isGiven(fileName) ? fileName : "DIRECT_TEMPLATES")
                .orElseThrow());
      }
    }
    Set<String> own = new LinkedHashSet<>(pages.keySet());
    settings
        .entries("TEMPLATE_PAGES")
        .forEach(
            entry -> {
              String template = settings.plain("TEMPLATE_PAGES", entry.key());
              String file = settings.plain("TEMPLATE_PAGES", entry.value());
              if (template == null || file == null) {
                settings.wrongType("TEMPLATE_PAGES", entry.value(), "text");
              } else {
                String name = template.replaceAll("\\.[A-Za-z0-9]+$", "") + ".ftlh";
                own.remove(name);
                pages.put(name, relative(file));
                places.put(name, entry.key().position());
              }
            });
    if (pages.isEmpty()) {
      return;
    }
    tellOfTemplates("DIRECT_TEMPLATES", own);
    tellOfTemplates(
        "TEMPLATE_PAGES", pages.keySet().stream().filter(name -> !own.contains(name)).toList());
    draft.add(
        "content.template-pages",
        TomlValue.table(pages),
        List.of("Write these templates in FreeMarker; Pelican's are in Jinja."),
        List.copyOf(places.values()),
        List.of("TEMPLATE_PAGES", "DIRECT_TEMPLATES"));
  }

  private void tellOfTemplates(String setting, Collection<String> names) {
    if (names.isEmpty()) {
      return;
    }
    settings
        .position(setting)
        .ifPresent(
            position ->
                notes.setting(
                    position,
                    setting
                        + ": the templates of these pages are to be written anew: "
                        + String.join(", ", names),
                    "write them as FreeMarker templates, or take them out of"
                        + " [content.template-pages]"));
  }
}
