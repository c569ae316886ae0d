package dev.backstep.inventory.participant;

import static dev.backstep.inventory.Stockroom.line;
import static dev.backstep.inventory.participant.Buyer.SETTLEMENT;
import static dev.backstep.inventory.participant.Buyer.STOCK;
import static dev.backstep.inventory.participant.Buyer.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.inventory.Stockroom;
import dev.backstep.stack.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "inventory-service"))
class StockHandlerTest {
  @Inject Stockroom stockroom;
  @Inject Counter counter;

  private final Buyer anna = aBuyer();
  private final Buyer bert = aBuyer();

  @Test
  void reservesAllLinesAndRemembersThem() {
    var cup = stockroom.product(5);
    var lamp = stockroom.product(2);

    counter.serve(anna.reserves(line(cup, 3), line(lamp, 2)));

    assertThat(stockroom.levels(cup)).containsExactly(2L, 3L, 0L);
    assertThat(stockroom.levels(lamp)).containsExactly(0L, 2L, 0L);
    assertThat(counter.reservation(anna)).containsExactly("reserved", "reserved");
    assertThat(counter.remembered(anna, STOCK)).isEqualTo("done: " + anna.order());
  }

  @Test
  void reservesNothingWhenOneLineLacks() {
    var cup = stockroom.product(5);
    var lamp = stockroom.product(1);

    counter.serve(anna.reserves(line(cup, 3), line(lamp, 2)));

    assertThat(stockroom.levels(cup)).containsExactly(5L, 0L, 0L);
    assertThat(stockroom.levels(lamp)).containsExactly(1L, 0L, 0L);
    assertThat(counter.reservation(anna)).isEmpty();
    assertThat(counter.remembered(anna, STOCK)).isEqualTo("refused: OUT_OF_STOCK");
  }

  @Test
  void refusesAProductThatDoesNotExist() {
    var cup = stockroom.product(5);

    counter.serve(anna.reserves(line(cup, 1), line(Stockroom.newSku(), 1)));

    assertThat(stockroom.levels(cup)).containsExactly(5L, 0L, 0L);
    assertThat(counter.remembered(anna, STOCK)).isEqualTo("refused: UNKNOWN_PRODUCT");
  }

  @Test
  void releasesExactlyWhatTheOrderHolds() {
    var cup = stockroom.product(5);
    counter.serve(anna.reserves(line(cup, 3)), bert.reserves(line(cup, 1)));

    counter.serve(anna.releases());

    assertThat(stockroom.levels(cup)).containsExactly(4L, 1L, 0L);
    assertThat(counter.reservation(anna)).containsExactly("released");
    assertThat(counter.reservation(bert)).containsExactly("reserved");
    assertThat(counter.remembered(anna, STOCK)).startsWith("undone");
  }

  @Test
  void takesASaleBackAndThenReleasesIt() {
    var cup = stockroom.product(5);
    counter.serve(anna.reserves(line(cup, 3)));
    counter.serve(anna.settles());

    counter.serve(anna.takesTheSaleBack());

    assertThat(stockroom.levels(cup)).containsExactly(2L, 3L, 0L);
    assertThat(counter.reservation(anna)).containsExactly("reserved");
    assertThat(counter.remembered(anna, SETTLEMENT)).startsWith("undone");

    counter.serve(anna.releases());

    assertThat(stockroom.levels(cup)).containsExactly(5L, 0L, 0L);
    assertThat(counter.reservation(anna)).containsExactly("released");
  }

  @Test
  void settlesWhatTheOrderHolds() {
    var cup = stockroom.product(5);
    counter.serve(anna.reserves(line(cup, 3)));

    counter.serve(anna.settles());

    assertThat(stockroom.levels(cup)).containsExactly(2L, 0L, 3L);
    assertThat(counter.reservation(anna)).containsExactly("sold");
    assertThat(counter.remembered(anna, SETTLEMENT)).isEqualTo("done: " + anna.order());
  }

  @Test
  void doesNotReleaseWhatIsSold() {
    var cup = stockroom.product(5);
    counter.serve(anna.reserves(line(cup, 3)));
    counter.serve(anna.settles());

    counter.serve(anna.releases());

    assertThat(stockroom.levels(cup)).containsExactly(2L, 0L, 3L);
    assertThat(counter.remembered(anna, STOCK)).isEqualTo("done: " + anna.order());
  }

  @Test
  void appliesEachCommandOnceHoweverOftenItComes() {
    var cup = stockroom.product(5);

    counter.serve(anna.reserves(line(cup, 1)), anna.reserves(line(cup, 1)));
    counter.serve(anna.reserves(line(cup, 1)));
    assertThat(stockroom.levels(cup)).containsExactly(4L, 1L, 0L);

    counter.serve(anna.settles(), anna.settles());
    counter.serve(anna.settles());
    assertThat(stockroom.levels(cup)).containsExactly(4L, 0L, 1L);
  }

  @Test
  void releasesOnceHoweverOftenItIsTold() {
    var cup = stockroom.product(5);
    counter.serve(anna.reserves(line(cup, 2)), bert.reserves(line(cup, 1)));

    counter.serve(anna.releases(), anna.releases());
    counter.serve(anna.releases());

    assertThat(stockroom.levels(cup)).containsExactly(4L, 1L, 0L);
  }

  @Test
  void reservesNothingWhenTheUndoWasQuicker() {
    var cup = stockroom.product(5);

    counter.serve(anna.releases());
    counter.serve(anna.reserves(line(cup, 1)));

    assertThat(stockroom.levels(cup)).containsExactly(5L, 0L, 0L);
    assertThat(counter.reservation(anna)).isEmpty();
    assertThat(counter.remembered(anna, STOCK)).isEqualTo("tombstone");
  }

  @Test
  void undoesWithinTheSamePoll() {
    var cup = stockroom.product(5);

    counter.serve(anna.reserves(line(cup, 1)), anna.releases());

    assertThat(stockroom.levels(cup)).containsExactly(5L, 0L, 0L);
    assertThat(counter.reservation(anna)).containsExactly("released");
  }

  @Test
  void isolatesAnOrderThatIsSettledWithoutAReservation() {
    var cup = stockroom.product(5);

    counter.serve(anna.reserves(line(cup, 1)), aBuyer().settles(), bert.reserves(line(cup, 1)));

    assertThat(stockroom.levels(cup)).containsExactly(3L, 2L, 0L);
    assertThat(counter.remembered(anna, STOCK)).startsWith("done");
    assertThat(counter.remembered(bert, STOCK)).startsWith("done");
  }

  @Test
  void countsOneVersionForEachBatchThatMovesAProduct() {
    var cup = stockroom.product(5);

    counter.serve(anna.reserves(line(cup, 1)), bert.reserves(line(cup, 1)));
    counter.serve(anna.settles(), bert.releases());

    assertThat(stockroom.texts("SELECT version FROM stock WHERE sku = ?", cup.value()))
        .containsExactly("2");
    assertThat(stockroom.levels(cup)).containsExactly(4L, 0L, 1L);
  }
}
