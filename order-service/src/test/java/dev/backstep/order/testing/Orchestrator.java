package dev.backstep.order.testing;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.OrderCommand.CancelOrder;
import dev.backstep.contracts.OrderCommand.ConfirmOrder;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import java.util.List;
import java.util.UUID;

/** Says what the orchestrator would say, over the real topics, and hears the replies. */
public final class Orchestrator {
  /** Comes back with everything that a command causes. */
  public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private Orchestrator() {}

  /** The pivot. */
  public static Outgoing confirm(UUID saga, UUID order) {
    return command(saga, "confirmation", Direction.DO, new ConfirmOrder(order));
  }

  /** The undo of the order. */
  public static Outgoing cancel(UUID saga, UUID order, RefusalCode code, String detail) {
    return command(
        saga, "order", Direction.UNDO, new CancelOrder(order, new Refusal(code, detail)));
  }

  /** Any command. */
  public static Outgoing command(UUID saga, String step, Direction direction, Command command) {
    return Outgoing.command(new CommandId(saga, step, direction), command, TRACE);
  }

  /** Waits for so many replies to one command. */
  public static List<Reply> replies(Outgoing command, int count) {
    return Broker.expect(
            Topics.SAGA_REPLIES, count, record -> (command.id() + "/reply").equals(record.id()))
        .stream()
        .map(Orchestrator::reply)
        .toList();
  }

  /** Waits for the reply to one command. */
  public static Reply reply(Outgoing command) {
    return replies(command, 1).getFirst();
  }

  private static Reply reply(Received record) {
    return switch (Wire.decode(record)) {
      case Decoded.Understood(ReplyMessage(_, var reply)) -> reply;
      case Decoded.Understood(var other) -> throw new AssertionError(other + " is no reply");
      case Decoded.Unreadable(var why) -> throw new AssertionError(why);
    };
  }
}
