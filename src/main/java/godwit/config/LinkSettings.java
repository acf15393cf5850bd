package godwit.config;

/// How links inside the site are checked (`[links]`).
public record LinkSettings(LinkCheck check) {
  /// What a link that leads nowhere is.
  public enum LinkCheck {
    /// An error: the site is not published.
    ERROR,
    /// A warning.
    WARN,
    /// Nobody's business.
    OFF
  }
}
