package dev.backstep.payment.participant;

import static dev.backstep.payment.testing.Checkout.aCheckout;
import static dev.backstep.payment.testing.Checkout.ledger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.backstep.contracts.PaymentEvent.PaymentCaptured;
import dev.backstep.contracts.PaymentEvent.PaymentDeclined;
import dev.backstep.contracts.PaymentEvent.PaymentRefunded;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.Reply.Done;
import dev.backstep.contracts.Reply.Refused;
import dev.backstep.contracts.Reply.Undone;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.gateway.Amount;
import dev.backstep.gateway.LedgerEntry;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.payment.testing.Checkout;
import dev.backstep.payment.testing.Table;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PaymentCommandsTest {
  @Inject Table table;

  private final Checkout checkout = aCheckout();

  @Test
  void chargesOnceUnderTheIdOfTheCommand() {
    Broker.send(checkout.charge("pm_ok"));

    var reply = checkout.chargeReply();

    assertThat(ledger().capturesOf(checkout.order()))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.key()).isEqualTo(checkout.chargeId().toString());
          assertThat(entry.amount()).isEqualTo(new Amount(4999, "EUR"));
          assertThat(reply).isEqualTo(new Done(entry.chargeId()));
          assertThat(checkout.events(1))
              .containsExactly(
                  new PaymentCaptured(checkout.order(), 1, checkout.amount(), entry.chargeId()));
        });
    assertThat(table.state(checkout)).isEqualTo("captured");
  }

  @ParameterizedTest
  @CsvSource({
    "pm_declined,PAYMENT_DECLINED",
    "pm_insufficient_funds,INSUFFICIENT_FUNDS",
    "pm_nobody_issued_this,PAYMENT_DECLINED"
  })
  void refusesWhatTheGatewayDeclines(String token, RefusalCode code) {
    Broker.send(checkout.charge(token));

    assertThat(checkout.chargeReply())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    assertThat(checkout.events(1)).singleElement().isInstanceOf(PaymentDeclined.class);
    assertThat(ledger().heldOf(checkout.order())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pm_slow", "pm_unavailable_once", "pm_charged_then_timeout"})
  void chargesOnceThroughEveryTrouble(String token) {
    Broker.send(checkout.charge(token));

    assertThat(checkout.chargeReply()).isInstanceOf(Done.class);
    assertThat(ledger().capturesOf(checkout.order())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pm_ok", "pm_declined"})
  void forgetsTheTokenAsSoonAsTheChargeIsKnown(String token) {
    Broker.send(checkout.charge(token));
    checkout.chargeReply();

    assertThat(
            table.texts("SELECT payment_token FROM payment WHERE order_id = ?", checkout.order()))
        .containsOnlyNulls();
  }

  @Test
  void givesBackWhatItTook() {
    Broker.send(checkout.charge("pm_ok"));
    checkout.chargeReply();

    Broker.send(checkout.refund());

    assertThat(checkout.refundReply()).isEqualTo(new Undone());
    assertThat(ledger().refundsOf(checkout.order()))
        .extracting(LedgerEntry::key, LedgerEntry::amount)
        .containsExactly(tuple(checkout.refundId().toString(), new Amount(4999, "EUR")));
    assertThat(checkout.events(2))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(PaymentCaptured.class),
            second -> assertThat(second).isInstanceOf(PaymentRefunded.class));
    assertThat(table.state(checkout)).isEqualTo("refunded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pm_ok", "pm_slow", "pm_charged_then_timeout", "pm_unavailable_once"})
  void refundsAChargeThatWasNotKnownYet(String token) {
    Broker.send(checkout.charge(token), checkout.refund());

    assertThat(checkout.refundReply()).isEqualTo(new Undone());
    assertThat(ledger().capturesOf(checkout.order())).hasSize(1);
    assertThat(ledger().refundsOf(checkout.order())).hasSize(1);
    assertThat(table.state(checkout)).isEqualTo("refunded");
  }

  @Test
  void hasNothingToRefundWhenTheRecalledChargeIsDeclined() {
    table.abandoned(checkout, "pm_declined", 1, 2);

    Broker.send(checkout.refund());

    assertThat(checkout.refundReply()).isEqualTo(new Undone());
    assertThat(table.state(checkout)).isEqualTo("declined");
    assertThat(ledger().heldOf(checkout.order())).isZero();
  }

  @Test
  void undoesARefusedChargeWithoutTheGateway() {
    Broker.send(checkout.charge("pm_declined"));
    checkout.chargeReply();

    Broker.send(checkout.refund());

    assertThat(checkout.refundReply()).isEqualTo(new Undone());
    assertThat(ledger().refundsOf(checkout.order())).isEmpty();
  }

  @Test
  void answersEveryRepeatedCommandAlikeAndActsOnce() {
    var charge = checkout.charge("pm_ok");
    Broker.send(charge, charge);
    checkout.chargeReply();
    Broker.send(charge);
    assertThat(checkout.replies(checkout.chargeId(), 2).stream().distinct()).hasSize(1);

    Broker.send(checkout.refund(), checkout.refund());
    checkout.refundReply();
    Broker.send(checkout.refund());

    assertThat(checkout.replies(checkout.refundId(), 2)).containsOnly(new Undone());
    assertThat(ledger().capturesOf(checkout.order())).hasSize(1);
    assertThat(ledger().refundsOf(checkout.order())).hasSize(1);
  }

  @Test
  void chargesNothingWhenTheUndoComesFirst() {
    Broker.send(checkout.refund());
    assertThat(checkout.refundReply()).isEqualTo(new Undone());

    Broker.send(checkout.charge("pm_ok"));

    assertThat(code(checkout.chargeReply())).isEqualTo(RefusalCode.CANCELLED);
    assertThat(table.state(checkout)).isEmpty();
    assertThat(ledger().capturesOf(checkout.order())).isEmpty();
  }

  @Test
  void asksTheGatewayAtOnceWhenACommandComesAgain() {
    table.abandoned(checkout, "pm_ok", 1, 3_600);
    table.execute("UPDATE payment SET claim_owner = NULL WHERE order_id = ?", checkout.order());

    Broker.send(checkout.charge("pm_ok"));

    assertThat(checkout.chargeReply()).isInstanceOf(Done.class);
    assertThat(ledger().capturesOf(checkout.order())).hasSize(1);
  }

  @Test
  void cancelsWhatTheGatewayNeverHeardOf() {
    table.abandoned(checkout, "pm_ok", 0, 3600);
    table.execute("UPDATE payment SET claim_owner = NULL WHERE order_id = ?", checkout.order());

    Broker.send(checkout.refund());

    assertThat(checkout.refundReply()).isEqualTo(new Undone());
    assertThat(table.state(checkout)).isEqualTo("cancelled");
    assertThat(ledger().capturesOf(checkout.order())).isEmpty();
  }

  @Test
  void keepsTheFirstPaymentOfAnOrder() {
    Broker.send(checkout.charge("pm_ok"));
    checkout.chargeReply();
    var other = checkout.ofAnotherSaga();

    Broker.send(other.charge("pm_ok"));

    assertThat(code(other.chargeReply())).isEqualTo(RefusalCode.NOT_POSSIBLE);
    assertThat(ledger().capturesOf(checkout.order())).hasSize(1);
    assertThat(table.state(checkout)).isEqualTo("captured");
  }

  private static RefusalCode code(Reply reply) {
    return ((Refused) reply).refusal().code();
  }
}
