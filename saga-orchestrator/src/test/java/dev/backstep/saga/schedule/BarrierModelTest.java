package dev.backstep.saga.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.backstep.messaging.transaction.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model of the barrier answers as the real one does, on a real database. */
@QuarkusTest
class BarrierModelTest {
  private static final int POLLS = 60;

  @Inject Transactions transactions;

  /** Ends a transaction whose rows nobody else must see. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answersLikeTheRealBarrier(long seed) {
    assertThatExceptionOfType(Enough.class)
        .isThrownBy(() ->
            transactions.run(tx -> {
              var twins = new BarrierTwins(tx, seed);
              for (int poll = 0; poll < POLLS; poll++) {
                twins.takeTheSame();
                assertThat(twins.repliesOfTheModel()).isEqualTo(twins.repliesOfTheReal());
              }
              assertThat(twins.repliesOfTheModel()).hasSizeGreaterThan(1);
              throw new Enough();
            }));
  }
}
