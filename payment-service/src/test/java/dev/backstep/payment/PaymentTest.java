package dev.backstep.payment;

import static dev.backstep.payment.PaymentState.CANCELLED;
import static dev.backstep.payment.PaymentState.CAPTURED;
import static dev.backstep.payment.PaymentState.DECLINED;
import static dev.backstep.payment.PaymentState.PROCESSING;
import static dev.backstep.payment.PaymentState.RECALLED;
import static dev.backstep.payment.PaymentState.REFUNDED;
import static dev.backstep.payment.PaymentState.REFUNDING;
import static dev.backstep.payment.PaymentState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.PaymentEvent;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentTest {
  private static final Refusal NO = new Refusal(RefusalCode.PAYMENT_DECLINED, "no");
  private static final Happening CHARGED = new GatewayAnswer.Charged("ch_1");
  private static final Happening DECLINE = new GatewayAnswer.Declined(NO);
  private static final Happening REFUND = new GatewayAnswer.Refunded("re_1");
  private static final Happening SILENCE = new GatewayAnswer.Silence("no answer");
  private static final Happening NOT_ASKED = new GatewayAnswer.NotAsked();
  private static final Happening RECALL = new Happening.Recall();
  private static final Happening CALL_OFF = new Happening.CallOff();

  private static final List<Happening> HAPPENINGS =
      List.of(CHARGED, DECLINE, REFUND, SILENCE, NOT_ASKED, RECALL, CALL_OFF);

  /** Everything that can happen. The test takes every other pair for impossible. */
  private static final Map<PaymentState, Map<Happening, PaymentState>> POSSIBLE =
      Map.of(
          PROCESSING,
          Map.of(
              CHARGED, CAPTURED,
              DECLINE, DECLINED,
              SILENCE, UNKNOWN,
              NOT_ASKED, PROCESSING,
              RECALL, RECALLED,
              CALL_OFF, CANCELLED),
          UNKNOWN,
          Map.of(
              CHARGED, CAPTURED,
              DECLINE, DECLINED,
              SILENCE, UNKNOWN,
              NOT_ASKED, UNKNOWN,
              RECALL, RECALLED),
          RECALLED,
          Map.of(CHARGED, REFUNDING, DECLINE, DECLINED, SILENCE, RECALLED, NOT_ASKED, RECALLED),
          CAPTURED,
          Map.of(RECALL, REFUNDING),
          REFUNDING,
          Map.of(REFUND, REFUNDED, SILENCE, REFUNDING, NOT_ASKED, REFUNDING),
          DECLINED,
          Map.of(),
          REFUNDED,
          Map.of(),
          CANCELLED,
          Map.of());

  static Stream<Arguments> pairs() {
    return Stream.of(PaymentState.values())
        .flatMap(state -> HAPPENINGS.stream().map(happening -> Arguments.of(state, happening)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void knowsEveryPairOfStateAndHappening(PaymentState state, Happening happening) {
    var expected = POSSIBLE.getOrDefault(state, Map.of()).get(happening);

    if (expected == null) {
      assertThatThrownBy(() -> payment(state).decide(happening))
          .isInstanceOf(IllegalTransitionException.class)
          .hasMessageContaining(state.name());
    } else {
      assertThat(payment(state).decide(happening).next()).isEqualTo(expected);
    }
  }

  @Test
  void answersTheDoWhenTheChargeIsKnown() {
    var payment = payment(UNKNOWN);

    assertThat(payment.decide(CHARGED).reply())
        .isEqualTo(new ReplyMessage(payment.chargeCommand(), new Reply.Done("ch_1")));
    assertThat(payment.decide(DECLINE).reply())
        .isEqualTo(new ReplyMessage(payment.chargeCommand(), new Reply.Refused(NO)));
  }

  @Test
  void answersOnlyTheUndoOfARecalledCharge() {
    var payment = payment(RECALLED);
    var undone = new ReplyMessage(payment.refundCommand(), new Reply.Undone());

    assertThat(payment.decide(CHARGED).reply()).isNull();
    assertThat(payment.decide(DECLINE).reply()).isEqualTo(undone);
    assertThat(payment(REFUNDING).decide(REFUND).reply())
        .isNotNull()
        .extracting(ReplyMessage::reply)
        .isEqualTo(new Reply.Undone());
  }

  @Test
  void tellsNobodyOfSilence() {
    var decision = payment(PROCESSING).decide(SILENCE);

    assertThat(decision.reply()).isNull();
    assertThat(decision.event()).isNull();
  }

  @Test
  void tellsEverybodyWhatHappenedToTheMoneyInOrder() {
    assertThat(Stream.of(payment(RECALLED).decide(CHARGED), payment(REFUNDING).decide(REFUND)))
        .extracting(Decision::event)
        .satisfiesExactly(
            first -> {
              assertThat(first).isInstanceOf(PaymentEvent.PaymentCaptured.class);
              assertThat(first.version()).isEqualTo(1);
            },
            second -> {
              assertThat(second).isInstanceOf(PaymentEvent.PaymentRefunded.class);
              assertThat(second.version()).isEqualTo(2);
            });
  }

  @Test
  void neverShowsItsToken() {
    assertThat(payment(PROCESSING).toString()).doesNotContain("pm_ok");
  }

  private static Payment payment(PaymentState state) {
    return new Payment(
        UUID.randomUUID(),
        new CommandId(UUID.randomUUID(), "payment", Direction.DO),
        Money.euroCents(100),
        state,
        new PaymentToken("pm_ok"),
        null,
        0,
        null);
  }
}
