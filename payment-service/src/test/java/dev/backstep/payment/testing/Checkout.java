package dev.backstep.payment.testing;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.PaymentCommand;
import dev.backstep.contracts.PaymentCommand.ChargePayment;
import dev.backstep.contracts.PaymentCommand.RefundPayment;
import dev.backstep.contracts.PaymentEvent;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.gateway.Ledger;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import dev.backstep.stack.testing.TestStack;
import java.util.List;
import java.util.UUID;

/** One saga and its order: says what the orchestrator would say, and hears what it would hear. */
public record Checkout(UUID saga, UUID order, String customer, Money amount) {
  /** Comes back with everything that a command causes. */
  public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  /** One that no other test has. */
  public static Checkout aCheckout() {
    var order = UUID.randomUUID();
    return new Checkout(UUID.randomUUID(), order, "c" + order, Money.euroCents(4999));
  }

  /** Another saga for the same order. */
  public Checkout ofAnotherSaga() {
    return new Checkout(UUID.randomUUID(), order, customer, amount);
  }

  /** Also the gateway's idempotency key for the charge. */
  public CommandId chargeId() {
    return new CommandId(saga, "payment", Direction.DO);
  }

  /** Also the gateway's idempotency key for the refund. */
  public CommandId refundId() {
    return new CommandId(saga, "payment", Direction.UNDO);
  }

  /** The do. */
  public Outgoing charge(String token) {
    return command(chargeId(), new ChargePayment(order, customer, amount, new PaymentToken(token)));
  }

  /** The undo. */
  public Outgoing refund() {
    return command(refundId(), new RefundPayment(order));
  }

  private static Outgoing command(CommandId id, PaymentCommand command) {
    return Outgoing.command(id, command, TRACE);
  }

  /** Waits for the reply to the do. */
  public Reply chargeReply() {
    return replies(chargeId(), 1).getFirst();
  }

  /** Waits for the reply to the undo. */
  public Reply refundReply() {
    return replies(refundId(), 1).getFirst();
  }

  /** Waits for so many replies to a command. */
  public List<Reply> replies(CommandId id, int count) {
    return Broker.expect(Topics.SAGA_REPLIES, count, record -> (id + "/reply").equals(record.id()))
        .stream()
        .map(record -> message(record, ReplyMessage.class).reply())
        .toList();
  }

  /** Waits for so many events of this payment. */
  public List<PaymentEvent> events(int count) {
    return Broker.expect(
            Topics.PAYMENT_EVENTS, count, record -> order.toString().equals(record.key()))
        .stream()
        .map(record -> message(record, PaymentEvent.class))
        .toList();
  }

  /** What the gateway did, by its own account. */
  public static Ledger ledger() {
    return Ledger.read(TestStack.current().gatewayDirectory());
  }

  private static <T> T message(Received record, Class<T> type) {
    return switch (Wire.decode(record)) {
      case Decoded.Understood(var message) -> type.cast(message);
      case Decoded.Unreadable(var why) -> throw new AssertionError(why);
    };
  }
}
