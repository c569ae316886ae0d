package dev.backstep.payment;

import static dev.backstep.payment.PaymentState.CANCELLED;
import static dev.backstep.payment.PaymentState.CAPTURED;
import static dev.backstep.payment.PaymentState.DECLINED;
import static dev.backstep.payment.PaymentState.RECALLED;
import static dev.backstep.payment.PaymentState.REFUNDED;
import static dev.backstep.payment.PaymentState.REFUNDING;
import static dev.backstep.payment.PaymentState.UNKNOWN;

/** The whole life of a payment: every pair that is not listed is a bug. */
final class Transition {
  private Transition() {}

  static PaymentState of(PaymentState state, Happening happening) {
    return switch (happening) {
      case GatewayAnswer.Charged _ -> charged(state);
      case GatewayAnswer.Declined _ -> declined(state);
      case GatewayAnswer.Refunded _ -> refunded(state);
      case GatewayAnswer.Silence _ -> silence(state);
      case GatewayAnswer.NotAsked _ -> notAsked(state);
      case Happening.Recall _ -> recall(state);
      case Happening.CallOff _ -> callOff(state);
    };
  }

  private static PaymentState charged(PaymentState state) {
    return switch (state) {
      case PROCESSING, UNKNOWN -> CAPTURED;
      case RECALLED -> REFUNDING;
      case CAPTURED, DECLINED, REFUNDING, REFUNDED, CANCELLED -> throw illegal(state, "charged");
    };
  }

  private static PaymentState declined(PaymentState state) {
    return switch (state) {
      case PROCESSING, UNKNOWN, RECALLED -> DECLINED;
      case CAPTURED, DECLINED, REFUNDING, REFUNDED, CANCELLED -> throw illegal(state, "declined");
    };
  }

  private static PaymentState refunded(PaymentState state) {
    return switch (state) {
      case REFUNDING -> REFUNDED;
      case PROCESSING, UNKNOWN, RECALLED, CAPTURED, DECLINED, REFUNDED, CANCELLED ->
          throw illegal(state, "refunded");
    };
  }

  private static PaymentState silence(PaymentState state) {
    return switch (state) {
      case PROCESSING, UNKNOWN -> UNKNOWN;
      case RECALLED, REFUNDING -> state;
      case CAPTURED, DECLINED, REFUNDED, CANCELLED -> throw illegal(state, "left unanswered");
    };
  }

  private static PaymentState notAsked(PaymentState state) {
    return switch (state) {
      case PROCESSING, UNKNOWN, RECALLED, REFUNDING -> state;
      case CAPTURED, DECLINED, REFUNDED, CANCELLED -> throw illegal(state, "postponed");
    };
  }

  private static PaymentState recall(PaymentState state) {
    return switch (state) {
      case PROCESSING, UNKNOWN -> RECALLED;
      case CAPTURED -> REFUNDING;
      case RECALLED, DECLINED, REFUNDING, REFUNDED, CANCELLED -> throw illegal(state, "recalled");
    };
  }

  private static PaymentState callOff(PaymentState state) {
    return switch (state) {
      case PROCESSING -> CANCELLED;
      case UNKNOWN, RECALLED, CAPTURED, DECLINED, REFUNDING, REFUNDED, CANCELLED ->
          throw illegal(state, "called off");
    };
  }

  private static IllegalTransitionException illegal(PaymentState state, String what) {
    return new IllegalTransitionException(state, what);
  }
}
