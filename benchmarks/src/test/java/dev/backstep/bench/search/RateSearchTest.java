package dev.backstep.bench.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateSearchTest {
  private static final int FEW = 16;

  /** A system that bears that much, and finishes a part of it when it is offered more. */
  private static RateSearch find(double first, double limit, double whenFlooded) {
    var search = RateSearch.from(first);
    for (int tries = 0; !search.isOver(); tries++) {
      assertThat(tries).as("tries").isLessThan(FEW);
      boolean bore = search.next() <= limit;
      search = search.tried(bore, bore ? search.next() : limit * whenFlooded);
    }
    return search;
  }

  @ParameterizedTest
  @CsvSource({
    "10, 1500, 1.0",
    "10, 1500, 0.5",
    "400, 37, 0.9",
    "50, 50, 0.2",
    "1000, 990, 1.0",
    "1000, 3, 0.1",
  })
  void findsTheLimitWithinATenthInAFewTries(double first, double limit, double whenFlooded) {
    assertThat(find(first, limit, whenFlooded).held()).isBetween(limit / 1.1, limit);
  }

  @Test
  void doublesUntilARateIsNotHeld() {
    var search = RateSearch.from(100).tried(true, 100).tried(true, 200);

    assertThat(search.next()).isEqualTo(400);
    assertThat(search.held()).isEqualTo(200);
  }

  @Test
  void aNearMissIsTriedTwice() {
    var missed = RateSearch.from(100).tried(false, 95);

    assertThat(missed.next()).isEqualTo(100);
    assertThat(missed.tried(true, 100).held()).isEqualTo(100);
    assertThat(missed.tried(false, 95).failed()).isEqualTo(100);
  }

  @Test
  void whatIsFinishedUnderTooMuchSaysWhereToLook() {
    assertThat(RateSearch.from(1_000).tried(false, 300).next()).isEqualTo(300);
  }

  @Test
  void givesUpOnASystemThatHoldsNothing() {
    var search = RateSearch.from(50);
    for (int tries = 0; !search.isOver(); tries++) {
      assertThat(tries).isLessThan(FEW);
      search = search.tried(false, 0);
    }

    assertThat(search.held()).isZero();
  }
}
