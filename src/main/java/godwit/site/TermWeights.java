package godwit.site;

/// How common terms are, in steps by the logarithm of how many articles they have:
///
///     1 + round((steps − 1) · ln(count − least + 1) ÷ ln(most − least + 1))
///
/// where `least` and `most` are the counts of the rarest and the most common term. It is
/// `TAG_CLOUD_STEPS` of Pelican's plugin `tag_cloud` the other way round: there, 1 is the most common.
record TermWeights(int steps, int least, int most) {
  /// @return 1 for the rarest, `steps` for the most common; 1 where all are alike
  int of(int count) {
    if (least == most) {
      return 1;
    }
    // StrictMath, as the site may not depend on the machine.
    double share = StrictMath.log(count - least + 1) / StrictMath.log(most - least + 1);
    return 1 + (int) Math.round((steps - 1) * share);
  }
}
