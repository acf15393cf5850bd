package godwit.control;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.release.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepairTest {
  @Test
  void eachKindOfFindingHasARepairOfItsOwn() {
    Set<String> repairs = new HashSet<>();
    for (Finding finding :
        List.of(
            new Finding(Finding.Problem.CHANGED, "html/a", "r"),
            new Finding(Finding.Problem.MISSING, "html.old/a", "r"),
            new Finding(Finding.Problem.CHANGED, ".godwit/staging/a", "r"),
            new Finding(Finding.Problem.UNKNOWN, "html/a", "r"),
            new Finding(Finding.Problem.DAMAGED, ".godwit/objects/a", ""),
            new Finding(Finding.Problem.DAMAGED, ".godwit/manifests/r", "r"),
            new Finding(Finding.Problem.LOST, "a", "r"))) {
      assertThat(repairs.add(Repair.of(finding))).as(finding.toString()).isTrue();
    }
  }
}
