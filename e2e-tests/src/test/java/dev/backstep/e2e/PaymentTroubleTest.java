package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Audited
class PaymentTroubleTest {
  private final Product kettle = Product.onSale(24_90, 10);

  @Test
  void chargesOnceAndKnowsItEvenWhenTheGatewayNeverAnswers() {
    var order = anOrder().of(kettle, 1).paidWith("pm_charged_then_timeout").place();
    var status = order.whenFinal().getString("status");
    order.sagaWhenFinal();
    assertThat(Books.ledger().capturesOf(order.id())).hasSize(1);
    assertThat(Books.ledger().heldOf(order.id())).isEqualTo("CONFIRMED".equals(status) ? 24_90 : 0);
  }

  @Test
  void waitsForASlowGateway() {
    confirmedWithOneCharge("pm_slow");
  }

  @Test
  void asksAgainWhenTheGatewayIsAwayForAMoment() {
    confirmedWithOneCharge("pm_unavailable_once");
  }

  private void confirmedWithOneCharge(String token) {
    var order = anOrder().of(kettle, 1).paidWith(token).place();
    assertThat(order.whenFinal().getString("status")).isEqualTo("CONFIRMED");
    assertThat(order.sagaWhenFinal().state()).isEqualTo("COMPLETED");
    assertThat(Books.ledger().capturesOf(order.id())).hasSize(1);
  }
}
