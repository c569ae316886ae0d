package dev.backstep.bench.load;

import static dev.backstep.bench.load.Sightings.End.CONFIRMED;
import static dev.backstep.bench.load.Sightings.End.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SightingsTest {
  private final Sightings sightings = new Sightings();

  @Test
  void latencyCountsFromWhenTheOrderWasDue() {
    sightings.accepted("a", 1_000);
    sightings.ended("a", CONFIRMED, 1_500);

    assertThat(sightings.confirmed().getTotalCount()).isOne();
    assertThat(sightings.confirmed().getMaxValue()).isEqualTo(500);
    assertThat(sightings.rejected().getTotalCount()).isZero();
  }

  @Test
  void anEndMayBeSeenBeforeTheAnswer() {
    sightings.sagaEnded("a");
    sightings.ended("a", REJECTED, 1_500);
    sightings.accepted("a", 1_000);

    assertThat(sightings.rejected().getMaxValue()).isEqualTo(500);
    assertThat(sightings.finished()).isOne();
    assertThat(sightings.unfinished()).isZero();
  }

  @Test
  void anOrderIsUnfinishedUntilItAndItsSagaAreFinal() {
    sightings.accepted("a", 0);
    assertThat(sightings.unfinished()).isOne();

    sightings.ended("a", CONFIRMED, 1);
    assertThat(sightings.unfinished()).isOne();
    assertThat(sightings.finished()).isZero();

    sightings.sagaEnded("a");
    assertThat(sightings.unfinished()).isZero();
    assertThat(sightings.finished()).isOne();
  }

  @Test
  void whatIsToldTwiceCountsOnce() {
    sightings.accepted("a", 0);
    sightings.ended("a", CONFIRMED, 1);
    sightings.ended("a", CONFIRMED, 2);
    sightings.sagaEnded("a");
    sightings.sagaEnded("a");
    sightings.ended("a", CONFIRMED, 3);

    assertThat(sightings.confirmed().getTotalCount()).isOne();
    assertThat(sightings.finished()).isOne();
  }

  @Test
  void ordersOfOthersAreNotCounted() {
    sightings.ended("somebody else's", CONFIRMED, 1);
    sightings.sagaEnded("somebody else's");

    assertThat(sightings.finished()).isZero();
    assertThat(sightings.confirmed().getTotalCount()).isZero();
  }
}
