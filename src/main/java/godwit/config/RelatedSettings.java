package godwit.config;

/// Which articles an article leads on to (`[related]`).
///
/// @param items how many are found by their tags; 0 for none, also of those that headers name
public record RelatedSettings(int items) {
  static final int MOST = 100;

  /// Whether articles have related ones at all.
  public boolean isOn() {
    return items > 0;
  }
}
