package dev.backstep.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.StockRequest.Release;
import dev.backstep.inventory.StockRequest.Reserve;
import dev.backstep.inventory.StockRequest.Settle;
import dev.backstep.inventory.Verdict.Granted;
import dev.backstep.inventory.Verdict.Refused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StockPlanTest {
  private static final Sku CUP = new Sku("CUP");
  private static final Sku LAMP = new Sku("LAMP");
  private static final UUID ANNA = new UUID(0, 1);
  private static final UUID BERT = new UUID(0, 2);

  @Test
  void grantsAllLinesOfAnOrderAndMovesThem() {
    var plan = StockPlan.of(Map.of(CUP, 5L, LAMP, 2L), List.of(reserve(ANNA, cups(5), lamps(1))));

    assertThat(plan.verdicts()).containsExactly(new Granted());
    assertThat(plan.movements())
        .containsExactly(new Movement(CUP, -5, 5, 0), new Movement(LAMP, -1, 1, 0));
    assertThat(plan.reservations()).containsExactly(reserve(ANNA, cups(5), lamps(1)));
  }

  @Test
  void grantsNothingOfAnOrderWhenOneLineLacks() {
    var plan = StockPlan.of(Map.of(CUP, 5L, LAMP, 2L), List.of(reserve(ANNA, cups(1), lamps(3))));

    assertThat(plan.verdicts())
        .containsExactly(refused(RefusalCode.OUT_OF_STOCK, "LAMP: 3 ordered, 2 available"));
    assertThat(plan.movements()).isEmpty();
    assertThat(plan.reservations()).isEmpty();
  }

  @Test
  void namesEveryLineThatLacks() {
    var plan = StockPlan.of(Map.of(CUP, 0L, LAMP, 2L), List.of(reserve(ANNA, cups(1), lamps(3))));

    assertThat(plan.verdicts())
        .containsExactly(
            refused(
                RefusalCode.OUT_OF_STOCK,
                "CUP: 1 ordered, 0 available; LAMP: 3 ordered, 2 available"));
  }

  @Test
  void refusesAProductThatDoesNotExist() {
    var plan = StockPlan.of(Map.of(CUP, 5L), List.of(reserve(ANNA, cups(1), lamps(1))));

    assertThat(plan.verdicts())
        .containsExactly(refused(RefusalCode.UNKNOWN_PRODUCT, "there is no product LAMP"));
    assertThat(plan.movements()).isEmpty();
  }

  @Test
  void servesOrdersInTheirOrderUntilNothingIsLeft() {
    var plan =
        StockPlan.of(
            Map.of(CUP, 3L),
            List.of(reserve(ANNA, cups(2)), reserve(BERT, cups(2)), reserve(ANNA, cups(1))));

    assertThat(plan.verdicts())
        .containsExactly(
            new Granted(),
            refused(RefusalCode.OUT_OF_STOCK, "CUP: 2 ordered, 1 available"),
            new Granted());
    assertThat(plan.movements()).containsExactly(new Movement(CUP, -3, 3, 0));
  }

  @Test
  void givesReleasedUnitsToLaterOrdersOfTheBatchOnly() {
    var plan =
        StockPlan.of(
            Map.of(CUP, 0L),
            List.of(
                reserve(ANNA, cups(1)),
                new Release(BERT, List.of(cups(2))),
                reserve(ANNA, cups(1))));

    assertThat(plan.verdicts())
        .containsExactly(
            refused(RefusalCode.OUT_OF_STOCK, "CUP: 1 ordered, 0 available"),
            new Granted(),
            new Granted());
    assertThat(plan.movements()).containsExactly(new Movement(CUP, 1, -1, 0));
  }

  @Test
  void sellsWhatAnOrderHolds() {
    var plan =
        StockPlan.of(
            Map.of(CUP, 0L, LAMP, 0L), List.of(new Settle(ANNA, List.of(cups(2), lamps(1)))));

    assertThat(plan.verdicts()).containsExactly(new Granted());
    assertThat(plan.movements())
        .containsExactly(new Movement(CUP, 0, -2, 2), new Movement(LAMP, 0, -1, 1));
    assertThat(plan.reservations()).isEmpty();
  }

  @Test
  void refusesToReleaseWhatIsNotHeld() {
    var plan = StockPlan.of(Map.of(), List.of(new Release(ANNA, List.of())));

    assertThat(plan.verdicts())
        .containsExactly(
            refused(RefusalCode.NOT_POSSIBLE, "order " + ANNA + " holds no reserved units"));
  }

  @Test
  void treatsSettlingWhatIsNotHeldAsABug() {
    var requests = List.of(new Settle(ANNA, List.of()));

    assertThatThrownBy(() -> StockPlan.of(Map.of(), requests))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(ANNA.toString());
  }

  private static Reserve reserve(UUID order, OrderLine... lines) {
    return new Reserve(order, OrderLines.of(lines));
  }

  private static OrderLine cups(int quantity) {
    return new OrderLine(CUP, quantity);
  }

  private static OrderLine lamps(int quantity) {
    return new OrderLine(LAMP, quantity);
  }

  private static Refused refused(RefusalCode code, String detail) {
    return new Refused(new Refusal(code, detail));
  }
}
