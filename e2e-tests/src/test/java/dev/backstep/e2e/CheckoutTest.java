package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.stack.layout.Part;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Audited
class CheckoutTest {
  private static final List<String> FORWARD =
      List.of("stock", "payment", "shipment", "confirmation", "settlement");

  private final Product kettle = Product.onSale(24_90, 10);
  private final Product cup = Product.onSale(5_00, 10);

  @Test
  void carriesAnOrderForTwoProductsToItsEnd() {
    var answer = anOrder().of(kettle, 1).of(cup, 3).send(UUID.randomUUID().toString());
    answer.then().statusCode(202).body("status", equalTo("PENDING"));
    var order =
        new Placed(
            UUID.fromString(answer.path("orderId")),
            UUID.fromString(answer.path("sagaId")),
            "alice");
    assertThat(answer.header("Location")).endsWith("/orders/" + order.id());

    assertThat(order.whenFinal().getString("status")).isEqualTo("CONFIRMED");
    var saga = order.sagaWhenFinal();
    assertThat(saga.state()).isEqualTo("COMPLETED");
    assertThat(saga.sent())
        .containsExactlyElementsOf(FORWARD.stream().map(s -> s + "/do").toList());
    assertThat(FORWARD).allSatisfy(step -> assertThat(saga.outcomes(step, "do")).contains("DONE"));
    assertThat(saga.log()).allSatisfy(entry -> assertThat(entry).containsKeys("at", "attempt"));
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(9, 0, 1));
    assertThat(cup.stock()).isEqualTo(new Product.Stock(7, 0, 3));
    assertThat(Books.ledger().capturesOf(order.id()))
        .singleElement()
        .satisfies(charge -> assertThat(charge.amount().minorUnits()).isEqualTo(24_90 + 3 * 5_00));
    assertThat(Books.shipment(order.id())).containsExactly("booked");
  }

  @Test
  void answersWithTheFinalOrderWhoeverPrefersToWait() {
    Backstep.customer("alice", Part.ORDER_SERVICE)
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Prefer", "wait=30")
        .body(anOrder().of(cup, 1).body())
        .post("/orders")
        .then()
        .statusCode(200)
        .header("Preference-Applied", equalTo("wait=30"))
        .body("status", equalTo("CONFIRMED"));
  }

  @Test
  void showsThePaymentOfAnOrder() {
    var order = anOrder().of(kettle, 2).place();
    order.whenFinal();
    await()
        .atMost(Backstep.SOON)
        .untilAsserted(() ->
            Backstep.viewer(Part.PAYMENT_SERVICE)
                .get("/payments/" + order.id())
                .then()
                .statusCode(200));
  }
}
