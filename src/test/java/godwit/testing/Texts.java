package godwit.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Texts at random, the same in every run.
public final class Texts {
  private static final long SEED = 20_260_101;

  private Texts() {}

  /// @param pieces of which each text is put together
  public static Stream<String> of(int count, int mostPieces, List<String> pieces) {
    Random random = new Random(SEED);
    return Stream.generate(
            () -> {
              StringBuilder text = new StringBuilder();
              for (int i = random.nextInt(mostPieces + 1); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
              }
              return text.toString();
            })
        .limit(count);
  }
}
