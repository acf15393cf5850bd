package godwit.config;

/// What becomes of an article or page that is dated later than now.
public enum Future {
  /// It is left out until it is due.
  HOLD,
  /// It is published at once.
  PUBLISH,
  /// It is a draft until it is due.
  DRAFT
}
