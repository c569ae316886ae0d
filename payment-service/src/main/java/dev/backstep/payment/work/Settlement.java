package dev.backstep.payment.work;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.payment.Decision;
import dev.backstep.payment.GatewayAnswer;
import dev.backstep.payment.GatewayAnswer.Charged;
import dev.backstep.payment.GatewayAnswer.Declined;
import dev.backstep.payment.GatewayAnswer.Refunded;
import dev.backstep.payment.GatewayAnswer.Silence;
import dev.backstep.payment.PaymentState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one answer changes in the row of its payment.
 *
 * @param pause until the gateway may be asked again; null when there is nothing left to ask
 */
record Settlement(Answered answered, Decision decision, int attempts, @Nullable Duration pause) {
  /** A circuit is seldom closed again sooner. */
  private static final Duration NOT_ASKED_PAUSE = Duration.ofSeconds(1);

  static Settlement of(Answered answered, Backoff backoff) {
    var payment = answered.payment();
    var decision = payment.decide(answered.answer());
    int attempts =
        switch (answered.answer()) {
          case Silence _ -> payment.attempts() + 1;
          case GatewayAnswer.NotAsked _ -> payment.attempts();
          case Charged _, Declined _, Refunded _ -> 0;
        };
    return new Settlement(
        answered, decision, attempts, pause(answered.answer(), decision.next(), attempts, backoff));
  }

  private static @Nullable Duration pause(
      GatewayAnswer answer, PaymentState next, int attempts, Backoff backoff) {
    if (next.question() == PaymentState.Question.NONE) {
      return null;
    }
    return switch (answer) {
      case Silence _ -> backoff.after(attempts);
      case GatewayAnswer.NotAsked _ -> NOT_ASKED_PAUSE;
      case Charged _, Declined _, Refunded _ -> Duration.ZERO;
    };
  }

  /** Now is a recalled charge to be refunded, later is silence to be followed up. */
  Due due() {
    if (pause == null) {
      return Due.NEVER;
    }
    return pause.isZero() ? Due.NOW : Due.LATER;
  }

  @Nullable String chargeId() {
    return answered.answer() instanceof Charged(var id) ? id : null;
  }

  @Nullable String refundId() {
    return answered.answer() instanceof Refunded(var id) ? id : null;
  }

  @Nullable Refusal refusal() {
    return answered.answer() instanceof Declined(var refusal) ? refusal : null;
  }
}
