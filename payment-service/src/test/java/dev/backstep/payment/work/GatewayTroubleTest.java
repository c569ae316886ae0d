package dev.backstep.payment.work;

import static dev.backstep.payment.testing.Checkout.aCheckout;
import static dev.backstep.payment.testing.Checkout.ledger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.Reply.Done;
import dev.backstep.contracts.Reply.Undone;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.payment.testing.Checkout;
import dev.backstep.payment.testing.Table;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GatewayTroubleTest {
  /** A busy machine may take its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Table table;

  private final Checkout checkout = aCheckout();

  @Test
  void chargesWhenTheGatewayIsBack() {
    TestStack.current().kill(Part.GATEWAY);
    try {
      Broker.send(checkout.charge("pm_ok"));
      await().atMost(PATIENCE).until(() -> table.state(checkout).equals("unknown"));
    } finally {
      TestStack.current().start(Part.GATEWAY);
    }

    assertThat(checkout.chargeReply()).isInstanceOf(Done.class);
    assertThat(ledger().capturesOf(checkout.order())).hasSize(1);
  }

  @Test
  void refundsWhenTheGatewayIsBack() {
    Broker.send(checkout.charge("pm_ok"));
    checkout.chargeReply();
    TestStack.current().kill(Part.GATEWAY);
    try {
      Broker.send(checkout.refund());
      await().atMost(PATIENCE).until(() -> attempts() >= 2);
      assertThat(table.state(checkout)).isEqualTo("refunding");
    } finally {
      TestStack.current().start(Part.GATEWAY);
    }

    assertThat(checkout.refundReply()).isEqualTo(new Undone());
    assertThat(ledger().refundsOf(checkout.order())).hasSize(1);
  }

  @Test
  void asksAgainForAChargeThatADeadInstanceNeverStored() throws Exception {
    var chargeId = chargeBehindItsBack();
    table.abandoned(checkout, "pm_ok", 1, -1);

    assertThat(checkout.chargeReply()).isEqualTo(new Done(chargeId));
    assertThat(ledger().capturesOf(checkout.order())).hasSize(1);
  }

  @Test
  void refundsAChargeThatADeadInstanceNeverStored() throws Exception {
    chargeBehindItsBack();
    table.abandoned(checkout, "pm_ok", 1, 3);

    Broker.send(checkout.refund());

    assertThat(checkout.refundReply()).isEqualTo(new Undone());
    assertThat(ledger().capturesOf(checkout.order())).hasSize(1);
    assertThat(ledger().heldOf(checkout.order())).isZero();
  }

  @Test
  void dropsTheAnswerUnderAClaimThatAnotherTookOver() {
    Broker.send(checkout.charge("pm_slow"));
    await().atMost(PATIENCE).until(() -> table.state(checkout).equals("processing"));

    table.execute(
        "UPDATE payment SET claim_epoch = claim_epoch + 1, due_at = now() + interval '5 seconds' WHERE order_id = ?",
        checkout.order());

    assertThat(checkout.chargeReply()).isInstanceOf(Done.class);
    assertThat(ledger().capturesOf(checkout.order())).hasSize(1);
    assertThat(epoch()).isEqualTo("4"); // claimed, taken over, claimed again, settled
  }

  @Test
  void letsAGoodCardPassAHundredSlowOnes() {
    var slow = IntStream.range(0, 100).mapToObj(_ -> aCheckout()).toList();
    var commands =
        Stream.concat(
                slow.stream().map(each -> each.charge("pm_slow")),
                Stream.of(checkout.charge("pm_ok")))
            .toArray(Outgoing[]::new);

    Broker.send(commands);
    checkout.chargeReply();

    // The bulkhead is wider than a hundred; behind a full one the good card would have to wait.
    assertThat(slow).allSatisfy(each -> assertThat(table.state(each)).isEqualTo("processing"));
    await()
        .atMost(PATIENCE)
        .until(() -> slow.stream().map(table::state).allMatch("captured"::equals));
  }

  private int attempts() {
    return Integer.parseInt(column("attempts"));
  }

  private String epoch() {
    return column("claim_epoch");
  }

  private String column(String name) {
    return table
        .texts("SELECT " + name + " FROM payment WHERE order_id = ?", checkout.order())
        .getFirst();
  }

  /** What the instance did before it died. */
  private String chargeBehindItsBack() throws IOException, InterruptedException {
    var body =
        """
        {"orderId":"%s","amount":{"minorUnits":%d,"currency":"EUR"},"paymentToken":"pm_ok"}\
        """
            .formatted(checkout.order(), checkout.amount().minorUnits());
    var request =
        HttpRequest.newBuilder(URI.create(TestStack.current().gatewayUrl()).resolve("/charges"))
            .header("Idempotency-Key", checkout.chargeId().toString())
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
    return ledger().capturesOf(checkout.order()).getFirst().chargeId();
  }
}
