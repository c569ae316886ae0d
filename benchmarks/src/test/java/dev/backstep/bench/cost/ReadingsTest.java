package dev.backstep.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the system and its collectors write, and what is read out of it. */
class ReadingsTest {
  @Test
  void readsPausesOfEveryCollector() {
    var pauses =
        Pauses.in(
            """
            GC(3) Pause Young (Allocation Failure) 60M->20M(100M) 5.250ms
            GC(4) Pause Full (System.gc()) 20M->18M(100M) 31.000ms
            GC(5) Phase 1: Mark live objects 12.000ms
            GC(6) Y: Pause Mark Start (Major) 0.250ms
            """);

    assertThat(pauses).isEqualTo(new Pauses(3, 36.5, 31));
  }

  @Test
  void noPausesAreNone() {
    assertThat(Pauses.in("")).isEqualTo(Pauses.NONE);
  }

  @Test
  void addsUserAndSystemTimeOfAProcessAndItsLateChildren() {
    var stat = "42 (a (strange) name) S 1 2 3 4 5 6 7 8 9 10 100 20 3 1 20 0 12 0 999 1 2";

    assertThat(CpuClock.parse(stat)).isEqualTo(Duration.ofMillis(1_240));
  }

  @Test
  void aBusyProcessUsesTime() {
    var before = CpuClock.of(ProcessHandle.current().pid());

    assertThat(before).isPositive();
  }

  @Test
  void readsResidentAndProportionalMemory() {
    var rollup =
        """
        561f6db14000-7ffc3e8de000 ---p 00000000 00:00 0                          [rollup]
        Rss:                1852 kB
        Pss:                 224 kB
        Pss_Dirty:           100 kB
        """;

    assertThat(Memory.parse(rollup)).isEqualTo(new Memory(1_852 * 1_024, 224 * 1_024));
  }
}
