package godwit.config;

import godwit.config.SiteSettings.MenuItem;
import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads `[site]` and its lists of links.
final class SiteSection {
  private final TomlDocument document;
  private final ConfigValues values;
  private final UnknownKeys unknownKeys;

  SiteSection(TomlDocument document, ConfigValues values, UnknownKeys unknownKeys) {
    this.document = document;
    this.values = values;
    this.unknownKeys = unknownKeys;
  }

  SiteSettings read() {
    return new SiteSettings(
        title(),
        values.text(ConfigKey.SITE_SUBTITLE),
        values.text(ConfigKey.SITE_DESCRIPTION),
        values.text(ConfigKey.SITE_URL, WebAddress::read),
        values.text(ConfigKey.SITE_AUTHOR, Characters::checkLine),
        values.text(ConfigKey.SITE_TIMEZONE, ZoneName::read),
        values.text(ConfigKey.SITE_LANGUAGE, LanguageTag::read),
        links(ConfigKey.SITE_MENU, ConfigKey.SITE_MENU_TITLE, ConfigKey.SITE_MENU_URL),
        values.isOn(ConfigKey.SITE_MENU_PAGES),
        values.isOn(ConfigKey.SITE_MENU_CATEGORIES),
        links(ConfigKey.SITE_LINKS, ConfigKey.SITE_LINKS_TITLE, ConfigKey.SITE_LINKS_URL),
        links(ConfigKey.SITE_SOCIAL, ConfigKey.SITE_SOCIAL_TITLE, ConfigKey.SITE_SOCIAL_URL));
  }

  private String title() {
    ConfigKey key = ConfigKey.SITE_TITLE;
    Object given = values.given(key);
    if (given == null) {
      values.missing(key, values.position(key), "write title = \"…\" below [site]");
      return "";
    }
    String title = values.read(key, given, () -> values.position(key), SiteSection::filled);
    return title == null ? "" : title;
  }

  private static String filled(String value) throws BadValueException {
    if (value.isBlank()) {
      throw new BadValueException("must not be empty", null);
    }
    return Characters.checkLine(value);
  }

  private List<MenuItem> links(ConfigKey key, ConfigKey title, ConfigKey url) {
    List<MenuItem> items = new ArrayList<>();
    Object given = values.given(key);
    if (given instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof TomlTable table) {
          unknownKeys.check(key.fullName(), table);
          SourcePosition position = document.elementPosition(array, i);
          items.add(
              new MenuItem(
                  entry(key, position, table, title),
                  entry(key, position, table, url),
                  document.valuePosition(table, url.simpleName())));
        } else {
          values.wrongType(key, array.get(i), document.elementPosition(array, i));
        }
      }
    } else if (given != null) {
      values.wrongType(key, given, values.position(key));
    }
    return items;
  }

  private String entry(ConfigKey list, SourcePosition position, TomlTable table, ConfigKey key) {
    @Nullable Object given = table.get(List.of(key.simpleName()));
    if (given == null) {
      values.missing(key, position, "each [[" + list.fullName() + "]] has a title and a url");
      return "";
    }
    String value =
        values.read(
            key, given, () -> document.valuePosition(table, key.simpleName()), SiteSection::filled);
    return value == null ? "" : value;
  }
}
