package dev.backstep.saga.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.ShippingAddress;
import dev.backstep.contracts.value.Sku;
import dev.backstep.saga.engine.Policies;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.engine.Step;
import dev.backstep.saga.kit.SagaKit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CheckoutSagaTest {
  private static final UUID ORDER = UUID.fromString("0193b3a8-0000-7000-8000-000000000002");
  private static final Checkout CHECKOUT =
      new Checkout(
          ORDER,
          "ada",
          OrderLines.of(new OrderLine(new Sku("KETTLE"), 1)),
          Money.euroCents(4_200),
          new PaymentToken("pm_ok"),
          new ShippingAddress("Ada", "Street 1", "Town", "12345", "DE"),
          null);

  @TestFactory
  Stream<DynamicTest> leavesNothingBehind() {
    return SagaKit.everyTrouble(
        new Saga<>(new UUID(1, 2), ORDER, CheckoutSaga.DEFINITION, CHECKOUT));
  }

  @TestFactory
  Stream<DynamicTest> leavesNothingBehindWhenACarrierShips() {
    var definition = CheckoutSaga.byCarrier(Policies.defaults());
    return SagaKit.everyTrouble(new Saga<>(new UUID(1, 2), ORDER, definition, CHECKOUT));
  }

  @Test
  void shipsByCarrierWhenThereIsOneUnlessItMayBeCalledBack() {
    var checkouts = Checkouts.with(Policies.defaults(), true);
    assertThat(checkouts.of(CHECKOUT)).isSameAs(checkouts.byCarrier());
    assertThat(checkouts.of(CHECKOUT.in("http://lra/1"))).isSameAs(checkouts.own());
    assertThat(Checkouts.with(Policies.defaults(), false).of(CHECKOUT).hasLraSteps()).isFalse();
  }

  @Test
  void countsAsCurrentWhatNewCheckoutsStartWith() {
    for (var carrier : new boolean[] {true, false}) {
      var checkouts = Checkouts.with(Policies.defaults(), carrier);
      assertThat(SagaDefinitions.of(checkouts.all()).current())
          .isEqualTo(List.of(checkouts.of(CHECKOUT)));
    }
  }

  @Test
  void goesThroughOrderStockPaymentShipmentConfirmationSettlement() {
    assertThat(CheckoutSaga.DEFINITION.steps().stream().map(Step::name))
        .containsExactly("order", "stock", "payment", "shipment", "confirmation", "settlement");
  }

  @Test
  void showsNeitherTokenNorAddress() {
    assertThat(CHECKOUT.toString()).doesNotContain("pm_ok", "Street");
  }
}
