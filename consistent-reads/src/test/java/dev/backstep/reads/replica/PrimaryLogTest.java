package dev.backstep.reads.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.reads.position.Position;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PrimaryLogTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final PrimaryLog log = new PrimaryLog();

  private static Position at(long lsn) {
    return new Position(1, lsn);
  }

  @Test
  void whoHasEverythingIsNotBehindHoweverLongNobodyWrites() {
    log.add(at(10), START);
    assertThat(log.delayOf(at(10), START.plusSeconds(50))).isZero();
  }

  @Test
  void delayIsTheAgeOfTheFirstThingThatIsMissing() {
    log.add(at(10), START);
    log.add(at(20), START.plusSeconds(1));
    log.add(at(30), START.plusSeconds(2));
    assertThat(log.delayOf(at(15), START.plusSeconds(4))).isEqualTo(Duration.ofSeconds(3));
    assertThat(log.delayOf(at(20), START.plusSeconds(4))).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void oneOnAnotherTimelineIsBehind() {
    log.add(new Position(2, 10), START);
    assertThat(log.delayOf(at(99), START.plusSeconds(1))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whatIsLongAgoIsForgotten() {
    for (int i = 0; i < 1_000; i++) {
      log.add(at(i), START.plusSeconds(i));
    }
    assertThat(log.delayOf(at(0), START.plusSeconds(1_000)))
        .isLessThanOrEqualTo(PrimaryLog.HORIZON.plusSeconds(2));
  }
}
