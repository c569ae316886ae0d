package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

@Audited
class RefusalTest {
  private final Product kettle = Product.onSale(24_90, 10);

  @Test
  void rejectsWhatIsOutOfStockAndReservesNothingOfTheRest() {
    var soldOut = Product.onSale(1_00, 1);
    var order = anOrder().of(kettle, 1).of(soldOut, 2).place();
    rejected(order, "OUT_OF_STOCK");
    assertThat(order.sagaWhenFinal().sent()).containsExactly("stock/do", "order/undo");
    assertThat(soldOut.stock()).isEqualTo(new Product.Stock(1, 0, 0));
    leavesNothing(order);
  }

  @Test
  void rejectsADeclinedCardAndGivesTheStockBack() {
    var order = anOrder().of(kettle, 2).paidWith("pm_declined").place();
    rejected(order, "PAYMENT_DECLINED");
    assertThat(order.sagaWhenFinal().sent())
        .containsExactly("stock/do", "payment/do", "stock/undo", "order/undo");
    leavesNothing(order);
  }

  @Test
  void rejectsACardWithoutEnoughMoney() {
    var order = anOrder().of(kettle, 2).paidWith("pm_insufficient_funds").place();
    rejected(order, "INSUFFICIENT_FUNDS");
    leavesNothing(order);
  }

  @Test
  void undoesStockAndPaymentInReverseOrderWhenNobodyGoesToThatAddress() {
    var order = anOrder().of(kettle, 3).shippedTo("XX").place();
    rejected(order, "ADDRESS_NOT_SERVICEABLE");
    var saga = order.sagaWhenFinal();
    assertThat(saga.sent())
        .containsExactly(
            "stock/do", "payment/do", "shipment/do", "payment/undo", "stock/undo", "order/undo");
    assertThat(List.of("payment", "stock", "order"))
        .allSatisfy(step -> assertThat(saga.outcomes(step, "undo")).containsOnlyOnce("UNDONE"));
    assertThat(Books.ledger().capturesOf(order.id())).hasSize(1);
    assertThat(Books.ledger().refundsOf(order.id())).hasSize(1);
    leavesNothing(order);
  }

  private static void rejected(Placed order, String code) {
    var seen = order.whenFinal();
    assertThat(seen.getString("status")).isEqualTo("REJECTED");
    assertThat(seen.getString("reason.code")).isEqualTo(code);
    assertThat(seen.getString("reason.message")).isNotBlank();
    assertThat(order.sagaWhenFinal().state()).isEqualTo("COMPENSATED");
  }

  private void leavesNothing(Placed order) {
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
    assertThat(Books.ledger().heldOf(order.id())).isZero();
    assertThat(Books.shipment(order.id())).isEmpty();
  }
}
