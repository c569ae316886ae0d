package dev.backstep.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The queue, and a writer that works when it is told. */
@QuarkusTest
class PlacingTest {
  private static final PlacingConfig THREE_OF_FIVE = new Limits(3, 5);

  @Inject Database database;
  @Inject GroupCommit commit;

  private final String customer = Shop.newCustomer();

  @Test
  void takesWhatWaitsAsOneBatchUpToTheLimit() throws InterruptedException {
    var placing = new Placing(commit, THREE_OF_FIVE);
    var answers = place(placing, 5);
    assertThat(placing.runOnce()).isEqualTo(3);
    assertThat(answers.subList(0, 3)).allSatisfy(answer -> assertThat(answer).isCompleted());
    assertThat(answers.subList(3, 5)).allSatisfy(answer -> assertThat(answer).isNotDone());
    assertThat(placing.runOnce()).isEqualTo(2);
    assertThat(placing.runOnce()).isZero();
  }

  @Test
  void refusesAtOnceWhatDoesNotFitIntoTheQueue() throws InterruptedException {
    var placing = new Placing(commit, THREE_OF_FIVE);
    var answers = place(placing, 6);
    assertThat(answers.getLast()).isCompletedWithValue(new Placement.NoRoom());
    placing.runOnce();
    var later = place(placing, 1).getFirst();
    placing.runOnce();
    assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
    assertThat(later).isCompletedWithValueMatching(Placement.Accepted.class::isInstance);
  }

  private List<CompletableFuture<Placement>> place(Placing placing, int orders) {
    var lamp = database.product(1999);
    return IntStream.range(0, orders)
        .mapToObj(_ -> placing.place(Wishes.wish(customer, Shop.newKey(), lamp)))
        .toList();
  }

  private record Limits(int batch, int waiting) implements PlacingConfig {}
}
