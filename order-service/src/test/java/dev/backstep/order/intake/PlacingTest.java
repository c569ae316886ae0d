package dev.backstep.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The queue, and a writer that works when it is told. */
@QuarkusTest
class PlacingTest {
  private static final PlacingConfig IMPATIENT = new Limits(3, 5, Duration.ofMillis(50));
  private static final PlacingConfig THREE_OF_FIVE = new Limits(3, 5, Duration.ofMinutes(1));

  @Inject Database database;
  @Inject GroupCommit commit;

  private final String customer = Shop.newCustomer();

  @Test
  void takesWhatWaitsAsOneBatchUpToTheLimit() throws InterruptedException {
    var placing = new Placing(commit, THREE_OF_FIVE);
    var answers = place(placing, 5, THREE_OF_FIVE.patience());
    assertThat(placing.runOnce()).isEqualTo(3);
    assertThat(answers.subList(0, 3)).allSatisfy(answer -> assertThat(answer).isCompleted());
    assertThat(answers.subList(3, 5)).allSatisfy(answer -> assertThat(answer).isNotDone());
    assertThat(placing.runOnce()).isEqualTo(2);
    assertThat(placing.runOnce()).isZero();
  }

  @Test
  void refusesAtOnceWhatDoesNotFitIntoTheQueue() throws InterruptedException {
    var placing = new Placing(commit, THREE_OF_FIVE);
    var answers = place(placing, 6, THREE_OF_FIVE.patience());
    assertThat(answers.getLast()).isCompletedWithValueMatching(Placement.NoRoom.class::isInstance);
    placing.runOnce();
    var later = place(placing, 1, THREE_OF_FIVE.patience()).getFirst();
    placing.runOnce();
    assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
    assertThat(later).isCompletedWithValueMatching(Placement.Accepted.class::isInstance);
  }

  @Test
  void saysInTimeThatNobodyKnowsAndRecordsNothingLater() throws InterruptedException {
    var placing = new Placing(commit, IMPATIENT);
    var answers = place(placing, 2, IMPATIENT.patience());
    assertThat(answers)
        .allSatisfy(answer ->
            assertThat(answer)
                .succeedsWithin(Duration.ofSeconds(5))
                .isInstanceOf(Placement.NotKnown.class));
    assertThat(placing.runOnce()).isZero();
    assertThat(database.texts("SELECT id FROM orders WHERE customer_id = ?", customer)).isEmpty();
  }

  private List<CompletableFuture<Placement>> place(Placing placing, int orders, Duration patience) {
    var lamp = database.product(1999);
    return IntStream.range(0, orders)
        .mapToObj(_ -> placing.place(Wishes.wish(customer, Shop.newKey(), lamp), Due.in(patience)))
        .toList();
  }

  private record Limits(int batch, int waiting, Duration patience) implements PlacingConfig {}
}
