package dev.backstep.saga.testing;

import com.fasterxml.uuid.Generators;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.contracts.value.ShippingAddress;
import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.outbox.Outgoing;
import java.util.UUID;

/** An order that no other test has, and what is said about it on the topics. */
public record Order(UUID saga, UUID id) {
  /** Never to be seen outside. */
  public static final String SECRET_TOKEN = "pm_secret_of_the_test";

  /** Never to be seen outside. */
  public static final String SECRET_STREET = "12 Secret Street";

  /** A new one. */
  public static Order fresh() {
    var ids = Generators.timeBasedEpochRandomGenerator();
    return new Order(ids.generate(), ids.generate());
  }

  /** What order-service sends when it has recorded the order. */
  public CheckoutRequested request() {
    return new CheckoutRequested(
        saga,
        id,
        "ada",
        OrderLines.of(new OrderLine(new Sku("KETTLE"), 2)),
        Money.euroCents(4_200),
        new PaymentToken(SECRET_TOKEN),
        new ShippingAddress("Ada Lovelace", SECRET_STREET, "Berlin", "10115", "DE"));
  }

  /** Asks for the checkout. */
  public Outgoing requested() {
    return Outgoing.request(request(), null);
  }

  public CommandId run(String step) {
    return new CommandId(saga, step, Direction.DO);
  }

  public CommandId undo(String step) {
    return new CommandId(saga, step, Direction.UNDO);
  }

  public Outgoing done(String step) {
    return reply(run(step), new Reply.Done("ref-" + step));
  }

  public Outgoing refused(String step, RefusalCode code) {
    return reply(run(step), new Reply.Refused(new Refusal(code, "The test says no.")));
  }

  public Outgoing undone(String step) {
    return reply(undo(step), new Reply.Undone());
  }

  public static Outgoing reply(CommandId command, Reply reply) {
    return Outgoing.reply(new ReplyMessage(command, reply), null);
  }
}
