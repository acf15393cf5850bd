package godwit.config;

import godwit.config.SiteSettings.MenuItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads `[site]` and the links of `[[site.menu]]`.
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
        menu());
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

  private List<MenuItem> menu() {
    List<MenuItem> items = new ArrayList<>();
    Object given = values.given(ConfigKey.SITE_MENU);
    if (given instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof TomlTable table) {
          unknownKeys.check(ConfigKey.SITE_MENU.fullName(), table);
          items.add(
              new MenuItem(
                  entry(array, i, table, ConfigKey.SITE_MENU_TITLE),
                  entry(array, i, table, ConfigKey.SITE_MENU_URL),
                  document.valuePosition(table, ConfigKey.SITE_MENU_URL.simpleName())));
        } else {
          Object element = array.get(i);
          values.wrongType(ConfigKey.SITE_MENU, element, document.elementPosition(array, i));
        }
      }
    } else if (given != null) {
      values.wrongType(ConfigKey.SITE_MENU, given, values.position(ConfigKey.SITE_MENU));
    }
    return items;
  }

  private String entry(TomlArray array, int index, TomlTable table, ConfigKey key) {
    @Nullable Object given = table.get(List.of(key.simpleName()));
    if (given == null) {
      String hint = "each [[site.menu]] has a title and a url";
      values.missing(key, document.elementPosition(array, index), hint);
      return "";
    }
    String value =
        values.read(
            key, given, () -> document.valuePosition(table, key.simpleName()), SiteSection::filled);
    return value == null ? "" : value;
  }
}
