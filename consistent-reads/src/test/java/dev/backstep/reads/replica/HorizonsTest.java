package dev.backstep.reads.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.reads.position.Position;
import dev.backstep.reads.replica.Horizons.Horizon;
import org.junit.jupiter.api.Test;

class HorizonsTest {
  private final Horizons horizons = new Horizons();

  private void look(long oldestRunning, long lsn) {
    horizons.add(new Horizon(oldestRunning, at(lsn)));
  }

  private static Position at(long lsn) {
    return new Position(1, lsn);
  }

  @Test
  void whoNeverLookedKnowsNothing() {
    assertThat(horizons.covering(1)).isEmpty();
  }

  @Test
  void theFirstLookAtWhichATransactionWasOverCoversIt() {
    look(10, 100);
    look(12, 200);
    look(12, 250);
    look(15, 300);
    assertThat(horizons.covering(9)).contains(at(100));
    assertThat(horizons.covering(10)).as("it was running").contains(at(200));
    assertThat(horizons.covering(11)).contains(at(200));
    assertThat(horizons.covering(14)).contains(at(300));
    assertThat(horizons.covering(15)).as("nobody saw its end").isEmpty();
  }

  @Test
  void idsInRowsAreCountedRoundAndRound() {
    long round = 1L << 32;
    look(5 * round - 10, 100);
    look(5 * round + 20, 200);
    assertThat(horizons.covering(-11)).contains(at(100));
    assertThat(horizons.covering(-10)).contains(at(200));
    assertThat(horizons.covering(19)).contains(at(200));
    assertThat(horizons.covering(20)).isEmpty();
  }

  @Test
  void anotherTimelineHasTransactionsOfItsOwn() {
    look(10, 100);
    horizons.add(new Horizon(5, new Position(2, 90)));
    assertThat(horizons.covering(4)).contains(new Position(2, 90));
    assertThat(horizons.covering(9)).isEmpty();
  }

  @Test
  void theOldestLookThatIsLeftCoversAllThatIsOlder() {
    for (int i = 1; i <= Horizons.MOST + 10; i++) {
      look(i, i);
    }
    assertThat(horizons.covering(0)).contains(at(11));
  }
}
