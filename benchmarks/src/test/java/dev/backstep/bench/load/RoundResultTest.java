package dev.backstep.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RoundResultTest {
  private static final Answers GOOD = new Answers(1_000, 0, 0, 0, 0);

  /** A thousand requests at 100/s. */
  private static RoundResult result(Answers answers, double steady, long backlog, long lost) {
    return new RoundResult(
        new RoundPlan(new Arrivals(100, 1_000), Shelf.of("HOT"), 10),
        answers,
        new Histogram(3),
        new Histogram(3),
        new Histogram(3),
        1_000 - backlog,
        steady,
        backlog,
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        lost,
        "");
  }

  @Test
  void aRateIsHeldWhenAsMuchIsFinishedAsIsOffered() {
    assertThat(result(GOOD, 99, 30, 0).isHeld()).isTrue();
    assertThat(result(GOOD, 97, 100, 0).isHeld()).isTrue();
  }

  @Test
  void aRateIsNotHeldWhenWorkPilesUp() {
    assertThat(result(GOOD, 96, 30, 0).isHeld()).isFalse();
    assertThat(result(GOOD, 99, 101, 0).isHeld()).isFalse();
  }

  @Test
  void aRateIsNotHeldWhenAnybodyIsLostOrTurnedAwayOrMeetsAnError() {
    assertThat(result(GOOD, 99, 0, 1).isHeld()).isFalse();
    assertThat(result(new Answers(999, 1, 0, 0, 0), 99, 0, 0).isHeld()).isFalse();
    assertThat(result(new Answers(999, 0, 1, 0, 0), 99, 0, 0).isHeld()).isFalse();
    assertThat(result(new Answers(999, 0, 0, 1, 0), 99, 0, 0).isHeld()).isFalse();
    assertThat(result(new Answers(999, 0, 0, 0, 1), 99, 0, 0).isHeld()).isFalse();
  }

  @Test
  void whatDrainsLaterIsNoThroughputInTime() {
    var result = result(GOOD, 80, 200, 0);

    assertThat(result.throughput()).isEqualTo(80);
    assertThat(result.endToEnd()).isEqualTo(1_000 / 12.0);
  }
}
