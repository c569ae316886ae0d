package dev.backstep.saga.query;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Headers;
import dev.backstep.contracts.InventoryCommand;
import dev.backstep.contracts.OrderCommand;
import dev.backstep.contracts.PaymentCommand;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.ShippingCommand;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.WireTypes;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.wire.Wire;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.RunEvent;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.log.SagaSight;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.masking.MaskedPayload;
import dev.backstep.saga.masking.Masking;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes the bodies of a saga's messages again, and masks them. */
@Singleton
class Bodies {
  /**
   * What a saga turned back for is known while it is on its way back, and after it has got there.
   */
  private static final Refusal UNKNOWN_CAUSE =
      new Refusal(RefusalCode.CANCELLED, "(the reason is not kept)");

  private static final String UNKNOWN_TOPIC = "unknown";

  private final SagaSight sight;
  private final SagaTable table;

  Bodies(SagaSight sight, SagaTable table) {
    this.sight = sight;
    this.table = table;
  }

  MessageView of(Transaction tx, UUID saga, LogEntry entry, MessageKey key, MessageHead head)
      throws SQLException {
    var payload =
        key.isReply() ? reply(entry) : command(tx, saga, entry.sent().get(key.sent()).command());
    var headers =
        Map.of(Headers.ID, head.messageId(), Headers.TYPE, head.type(), "key", saga.toString());
    return MessageView.of(head, headers, payload);
  }

  private static MaskedPayload reply(LogEntry entry) {
    return entry.event() instanceof RunEvent.Replied(var command, var reply)
        ? Masking.of(Wire.encode(new ReplyMessage(command, reply)))
        : missing("The log does not tell of a reply here.");
  }

  private MaskedPayload command(Transaction tx, UUID saga, CommandId command) throws SQLException {
    var seen = sight.find(tx, List.of(saga));
    if (seen.isEmpty() || seen.getFirst().known().isEmpty()) {
      return missing("This version of the service no longer knows the definition of the saga.");
    }
    var cause = TurnedBack.why(seen.getFirst().run()).orElse(UNKNOWN_CAUSE);
    return table
        .find(tx, saga)
        .map(stored -> Masking.of(Wire.encode(SagaEngine.command(stored.saga(), command, cause))))
        .orElseGet(() -> missing("There is no such saga."));
  }

  private static MaskedPayload missing(String why) {
    var none = Masking.of(why.getBytes(StandardCharsets.UTF_8));
    return new MaskedPayload(null, 0, none.sha256(), why);
  }

  /** Where commands of that type are sent; types may be older than this version. */
  static String topicOf(String type) {
    return WireTypes.find(type)
        .map(it -> {
          if (InventoryCommand.class.isAssignableFrom(it)) {
            return Topics.INVENTORY_COMMANDS;
          }
          if (PaymentCommand.class.isAssignableFrom(it)) {
            return Topics.PAYMENT_COMMANDS;
          }
          if (ShippingCommand.class.isAssignableFrom(it)) {
            return Topics.SHIPPING_COMMANDS;
          }
          return OrderCommand.class.isAssignableFrom(it) ? Topics.ORDER_COMMANDS : UNKNOWN_TOPIC;
        })
        .orElse(UNKNOWN_TOPIC);
  }
}
