package dev.backstep.payment.work;

import static dev.backstep.payment.testing.Checkout.aCheckout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.payment.testing.Checkout;
import dev.backstep.payment.testing.Table;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PaymentTableTest {
  @Inject Table table;

  private final Checkout checkout = aCheckout();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount = -1",
        "captured = 1",
        "captured = amount",
        "refunded = amount",
        "charge_id = 'ch_x'",
        "state = 'captured', payment_token = NULL, due_at = NULL, claim_owner = NULL",
        "state = 'refunded', payment_token = NULL, due_at = NULL, claim_owner = NULL, refund_id = 're_x'",
        "state = 'declined', payment_token = NULL, due_at = NULL, claim_owner = NULL",
        "state = 'cancelled', due_at = NULL, claim_owner = NULL",
        "state = 'lost'",
        "due_at = NULL",
        "payment_token = NULL"
      })
  void refusesARowThatContradictsItself(String change) {
    table.abandoned(checkout, "pm_ok", 1, 3600);

    assertThatThrownBy(() ->
            table.execute("UPDATE payment SET " + change + " WHERE order_id = ?", checkout.order()))
        .isInstanceOf(TransactionFailedException.class)
        .hasMessageContaining("check constraint");
  }

  @Test
  void holdsOnePaymentPerOrder() {
    table.abandoned(checkout, "pm_ok", 1, 3600);

    assertThatThrownBy(() -> table.abandoned(checkout.ofAnotherSaga(), "pm_ok", 1, 3600))
        .isInstanceOf(TransactionFailedException.class)
        .hasMessageContaining("payment_pkey");
  }

  @Test
  void tellsHowMuchWorkThereIs() {
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("backstep_gateway_in_flight"))
        .body(containsString("backstep_gateway_circuit"))
        .body(containsString("backstep_payments_unknown"))
        .body(containsString("backstep_payments_oldest_seconds"));
  }
}
