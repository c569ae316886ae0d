package dev.backstep.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each class of faults that fits into minutes once; the same ones each time. */
@Timeout(900)
class TortureTest {
  private static final long SEED = 4;

  /** Orders per second: enough that every fault hits some of them on their way. */
  private static final double RATE = 8;

  /** Promised are 30 s on a calm machine; this one builds and tests, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void losesNothingWhateverFails() throws Exception {
    var report =
        Torture.run(
            new Torture.Plan(Path.of("target", "torture"), SEED, RATE, PATIENCE, shortOnes(), null),
            result -> System.out.println(result.line()));
    assertThat(report.isClean()).as(report.text()).isTrue();
    assertThat(report.rounds()).hasSameSizeAs(shortOnes());
  }

  private static List<FaultKind> shortOnes() {
    return Arrays.stream(FaultKind.values()).filter(FaultKind::isShort).toList();
  }
}
