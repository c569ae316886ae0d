package dev.backstep.e2e.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.e2e.audit.Finding.Broken;
import dev.backstep.e2e.audit.Finding.Holds;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void holdsWithoutEvidence() {
    assertThat(Finding.of("7 orders", List.of())).isEqualTo(new Holds("7 orders"));
  }

  @Test
  void countsEveryCaseButShowsTheFirstTwenty() {
    var finding = Finding.of("", Collections.nCopies(500, "wrong"));
    assertThat(finding).isEqualTo(new Broken(500, Collections.nCopies(20, "wrong")));
  }
}
