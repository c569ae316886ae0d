package dev.backstep.payment;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.PaymentEvent;
import dev.backstep.contracts.PaymentEvent.PaymentCaptured;
import dev.backstep.contracts.PaymentEvent.PaymentDeclined;
import dev.backstep.contracts.PaymentEvent.PaymentRefunded;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.PaymentToken;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order.
 *
 * @param chargeCommand the do that asked for it; also the gateway's idempotency key
 * @param token erased once it is known whether there is a charge
 * @param chargeId the gateway's name for the charge, once there is one
 * @param attempts how often the gateway was asked in vain for what the state waits for
 */
public record Payment(
    UUID orderId,
    CommandId chargeCommand,
    Money amount,
    PaymentState state,
    @Nullable PaymentToken token,
    @Nullable String chargeId,
    int attempts,
    @Nullable String traceparent) {

  /** A charge or a decline is the first thing told of a payment, a refund the second. */
  private static final long VERSION_OF_CHARGE = 1;

  private static final long VERSION_OF_REFUND = 2;

  /** The undo that asks for the refund; also the gateway's idempotency key. */
  public CommandId refundCommand() {
    return new CommandId(chargeCommand.saga(), chargeCommand.step(), Direction.UNDO);
  }

  /**
   * What that means for the payment and for others. An impossible pair of state and happening is an
   * {@link IllegalTransitionException}.
   */
  public Decision decide(Happening happening) {
    var next = Transition.of(state, happening);
    return new Decision(next, reply(happening, next), event(happening));
  }

  private @Nullable ReplyMessage reply(Happening happening, PaymentState next) {
    return switch (happening) {
      // A charge that was recalled is nobody's success any more.
      case GatewayAnswer.Charged(var id) when next == PaymentState.CAPTURED ->
          new ReplyMessage(chargeCommand, new Reply.Done(id));
      case GatewayAnswer.Declined _ when state == PaymentState.RECALLED -> undone();
      case GatewayAnswer.Declined(var refusal) ->
          new ReplyMessage(chargeCommand, new Reply.Refused(refusal));
      case GatewayAnswer.Refunded _, Happening.CallOff _ -> undone();
      case GatewayAnswer.Charged _,
          GatewayAnswer.Silence _,
          GatewayAnswer.NotAsked _,
          Happening.Recall _ ->
          null;
    };
  }

  private ReplyMessage undone() {
    return new ReplyMessage(refundCommand(), new Reply.Undone());
  }

  private @Nullable PaymentEvent event(Happening happening) {
    return switch (happening) {
      case GatewayAnswer.Charged(var id) ->
          new PaymentCaptured(orderId, VERSION_OF_CHARGE, amount, id);
      case GatewayAnswer.Declined(var refusal) ->
          new PaymentDeclined(orderId, VERSION_OF_CHARGE, amount, refusal);
      case GatewayAnswer.Refunded(var id) ->
          new PaymentRefunded(orderId, VERSION_OF_REFUND, amount, id);
      case GatewayAnswer.Silence _,
          GatewayAnswer.NotAsked _,
          Happening.Recall _,
          Happening.CallOff _ ->
          null;
    };
  }
}
