package godwit.config;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Addresses on the web: that of the site, and others.
final class WebAddress {
  private static final String EXAMPLE = "write it like https://example.org/blog";

  private WebAddress() {}

  /// The address without a slash at its end; empty where it is not known.
  static String read(String value) throws BadValueException {
    if (value.isEmpty()) {
      return value;
    }
    URI uri = parse(value);
    checkScheme(value, uri);
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      String what = uri.getRawQuery() != null ? "a query" : "a fragment";
      throw new BadValueException("'" + value + "' has " + what, "pages are added to its end");
    }
    checkHost(value, uri);
    String normal = withoutSlash(value);
    if (!uri.normalize().getRawPath().equals(uri.getRawPath())) {
      throw new BadValueException("'" + value + "' has '.', '..' or '//' in its path", EXAMPLE);
    }
    return normal;
  }

  /// The address of something elsewhere, as it is written, or nothing.
  static String readOther(String value) throws BadValueException {
    if (!value.isEmpty()) {
      URI uri = parse(value);
      checkScheme(value, uri);
      if (uri.getRawFragment() != null) {
        throw new BadValueException("'" + value + "' has a fragment", "no server sees it");
      }
      checkHost(value, uri);
    }
    return value;
  }

  private static void checkScheme(String value, URI uri) throws BadValueException {
    String scheme = uri.getScheme();
    if (scheme == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new BadValueException(
          "'" + value + "' is not an absolute http or https address", withScheme(value, scheme));
    }
  }

  private static void checkHost(String value, URI uri) throws BadValueException {
    if (uri.getHost() == null) {
      throw new BadValueException("'" + value + "' has no valid host name", asciiHost(uri));
    }
    if (uri.getRawUserInfo() != null) {
      throw new BadValueException("it holds a user name", "everybody will read this address");
    }
    if (uri.getPort() > 65535) {
      throw new BadValueException("port " + uri.getPort() + " is above 65535", null);
    }
  }

  private static URI parse(String value) throws BadValueException {
    try {
      return new URI(withoutSlash(value));
    } catch (URISyntaxException e) {
      throw new BadValueException("'" + value + "' is not a web address", EXAMPLE);
    }
  }

  private static String withoutSlash(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '/') {
      end--;
    }
    return value.substring(0, end);
  }

  private static String withScheme(String value, @Nullable String scheme) {
    boolean bare = scheme == null && value.indexOf('.') > 0 && !value.startsWith("/");
    return bare ? "did you mean https://" + value + "?" : EXAMPLE;
  }

  /// Names in other scripts are put into their ASCII form, as feeds and HTTP want them.
  private static @Nullable String asciiHost(URI uri) {
    String authority = uri.getRawAuthority();
    if (authority == null) {
      return EXAMPLE;
    }
    try {
      String ascii = IDN.toASCII(authority);
      return ascii.equals(authority) ? EXAMPLE : "write the host as " + ascii;
    } catch (IllegalArgumentException e) {
      return EXAMPLE;
    }
  }
}
