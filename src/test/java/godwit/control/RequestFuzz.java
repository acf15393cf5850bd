package godwit.control;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

/// Looks for inputs that break what [RequestInputsTest] says: `JAZZER_FUZZ=1 mvn -B test
/// -Dtest='RequestFuzz#arguments'`. It is no part of a plain run, for it changes every class that
/// is loaded after it.
class RequestFuzz {
  @FuzzTest(maxDuration = "2m")
  void arguments(byte @NotNull [] sent) {
    RequestInputsTest.arguments(sent);
  }

  @FuzzTest(maxDuration = "2m")
  void requests(byte @NotNull [] sent) {
    RequestInputsTest.requests(sent);
  }
}
