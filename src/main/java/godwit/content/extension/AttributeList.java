package godwit.content.extension;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/// The attributes that an author gives to a node, as its last child.
public final class AttributeList extends CustomNode {
  /// Within the braces.
  private static final String TOKEN =
      "[.](?<class>[^\\s\\p{Cntrl}\"'=<>.#]+)"
          + "|#(?<id>[^\\s\\p{Cntrl}\"'=<>#]+)"
          + "|(?<name>[\\p{Alpha}_:][\\w:.-]*)"
          + "(?:=(?:\"(?<double>[^\"\\p{Cntrl}]*)\"|'(?<single>[^'\\p{Cntrl}]*)'"
          + "|(?<plain>[^\\s\\p{Cntrl}\"'=<>]+)))?";

  private static final Pattern TOKENS = Pattern.compile("[ \\t]*(?:" + TOKEN + ")(?=[ \\t.#]|$)");

  private final Map<String, String> attributes;

  private AttributeList(Map<String, String> attributes) {
    this.attributes = attributes;
  }

  /// Reads what stands between braces.
  ///
  /// @return null if it is no list of attributes
  static @Nullable AttributeList read(String text) {
    boolean hasColon = text.startsWith(":");
    String list = text.substring(hasColon ? 1 : 0).strip();
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher token = TOKENS.matcher(list);
    int at = 0;
    while (at < list.length()) {
      if (!token.find(at) || token.start() != at || !add(token, hasColon, attributes)) {
        return null;
      }
      at = token.end();
    }
    return attributes.isEmpty() ? null : new AttributeList(attributes);
  }

  private static boolean add(Matcher token, boolean hasColon, Map<String, String> attributes) {
    if (token.group("class") != null) {
      attributes.merge("class", token.group("class"), (some, one) -> some + " " + one);
    } else if (token.group("id") != null) {
      attributes.put("id", token.group("id"));
    } else {
      String name = token.group("name");
      String value =
          token.group("double") != null
              ? token.group("double")
              : token.group("single") != null ? token.group("single") : token.group("plain");
      if (value == null && !hasColon) {
        return false;
      }
      attributes.put(name, value == null ? name : value);
    }
    return true;
  }

  /// The attributes that a node has been given.
  ///
  /// @return null if it has none
  public static @Nullable AttributeList of(Node node) {
    Node child = node.getLastChild();
    while (child instanceof CustomNode && !(child instanceof AttributeList)) {
      child = child.getPrevious();
    }
    return child instanceof AttributeList list ? list : null;
  }

  /// Gives attributes to a node, which may have some.
  void giveTo(Node node) {
    AttributeList own = of(node);
    if (own == null) {
      node.appendChild(this);
    } else {
      attributes.forEach(own.attributes::putIfAbsent);
    }
  }

  /// Takes the id out of the list.
  ///
  /// @return null if there is none
  public @Nullable String takeId() {
    return attributes.remove("id");
  }

  Map<String, String> attributes() {
    return attributes;
  }
}
