package dev.backstep.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One fault of each class that fits into minutes, the same ones each time. */
@Timeout(1_800)
class TortureTest {
  private static final long SEED = 2;

  /** Orders per second: enough that every fault hits some of them on their way. */
  private static final double RATE = 5;

  /** Promised are 30 s on a calm machine; this one builds and tests, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Promised are 5 s. Who hangs is found here; who is slow, by the torture on a calm machine. */
  private static final Duration ANSWERS = Duration.ofSeconds(15);

  private static final List<FaultKind> KINDS =
      Arrays.stream(FaultKind.values())
          .filter(FaultKind::isShort)
          .filter(FaultKind::isPossible)
          .toList();

  @Test
  void losesNothingWhateverFails() throws Exception {
    var report =
        Torture.run(
            new Torture.Plan(
                Path.of("target", "torture"), SEED, RATE, ANSWERS, PATIENCE, KINDS, null),
            result -> System.out.println(result.line()));
    assertThat(report.isClean()).as(report.text()).isTrue();
    assertThat(report.rounds()).hasSameSizeAs(KINDS);
  }
}
