package dev.backstep.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontierTest {
  private static final long LATER = Frontier.PATIENCE.toNanos() + 1;

  private final Frontier frontier = new Frontier(3);

  @Test
  void goesOnBehindWhatItFound() {
    frontier.found(1, 0);
    frontier.found(2, 0);

    assertThat(frontier.from()).isEqualTo(2);
    assertThat(frontier.missing()).isEmpty();
  }

  @Test
  void looksAgainForWhatItPassedOver() {
    frontier.found(1, 0);
    frontier.found(4, 0);
    assertThat(frontier.missing()).containsExactly(2L, 3L);

    frontier.found(2, 0);
    assertThat(frontier.missing()).containsExactly(3L);
  }

  @Test
  void looksForTransactionsThatWereOpenBelowTheFirstRowItEverSaw() {
    frontier.found(1_000, 0);

    assertThat(frontier.missing()).hasSize(Frontier.BELOW_THE_FIRST).contains(999L);
  }

  @Test
  void givesUpWhatWasRolledBack() {
    frontier.found(1, 0);
    frontier.found(3, 0);
    frontier.looked(LATER);

    assertThat(frontier.missing()).isEmpty();
    assertThat(frontier.from()).isEqualTo(3);
  }

  @Test
  void looksAgainForWhatFailed() {
    frontier.found(1, 0);
    frontier.failed(1, 0);

    assertThat(frontier.missing()).containsExactly(1L);
  }

  @Test
  void beginsAnewWhenTooMuchFailed() {
    for (long id = 1; id <= Frontier.MAX_MISSING + 1; id++) {
      frontier.found(id, 0);
      frontier.failed(id, 0);
    }
    frontier.looked(0);

    assertThat(frontier.from()).isZero();
    assertThat(frontier.missing()).isEmpty();
  }

  @Test
  void looksFromTheStartOnce() {
    frontier.found(7, 0);
    frontier.lookFromTheStart();
    assertThat(frontier.from()).isZero();

    frontier.looked(0);
    assertThat(frontier.from()).isEqualTo(7);
  }
}
