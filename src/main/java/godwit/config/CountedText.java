package godwit.config;

/// A text that can be looked at so many times. The matcher of a regular expression looks at one
/// character after the other, again for each way it tries, so that the count bounds its work by the
/// text alone and not by the speed of the machine.
final class CountedText implements CharSequence {
  /// The text was looked at too often.
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }

  private static final int MOST_LOOKS = 2_000_000;

  private final String text;
  private int looks;

  CountedText(String text) {
    this.text = text;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks > MOST_LOOKS) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
