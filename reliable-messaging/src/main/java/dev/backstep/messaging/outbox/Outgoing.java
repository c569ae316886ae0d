package dev.backstep.messaging.outbox;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Event;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.SagaRequest;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.WireTypes;
import dev.backstep.messaging.wire.Wire;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param key the record key: order holds per key
 * @param id the CloudEvents id: the same when the same fact is told again
 * @param headers further headers, for dead letters
 */
@SuppressWarnings("ArrayRecordComponent") // compared never, copied never: bodies are passed through
public record Outgoing(
    String topic,
    String key,
    String id,
    String type,
    String subject,
    byte[] body,
    @Nullable String traceparent,
    Map<String, String> headers) {

  /** A command of a saga, keyed by the saga. */
  public static Outgoing command(CommandId id, Command command, @Nullable String traceparent) {
    return new Outgoing(
        Topics.of(command),
        id.saga().toString(),
        id.toString(),
        WireTypes.of(command),
        command.orderId().toString(),
        Wire.encode(command),
        traceparent,
        Map.of());
  }

  /** The reply to a command, keyed by the saga. */
  public static Outgoing reply(ReplyMessage reply, @Nullable String traceparent) {
    var commandId = reply.commandId();
    return new Outgoing(
        Topics.of(reply),
        commandId.saga().toString(),
        commandId + "/reply",
        WireTypes.of(reply),
        commandId.toString(),
        Wire.encode(reply),
        traceparent,
        Map.of());
  }

  /** An event; its id is made of type, key and version, so that telling it twice is seen as one. */
  public static Outgoing event(Event event, @Nullable String traceparent) {
    var type = WireTypes.of(event);
    return new Outgoing(
        Topics.of(event),
        event.key(),
        type + "/" + event.key() + "/" + event.version(),
        type,
        event.key(),
        Wire.encode(event),
        traceparent,
        Map.of());
  }

  /** A request about a saga, keyed by the saga. */
  public static Outgoing request(SagaRequest request, @Nullable String traceparent) {
    var saga = request.sagaId().toString();
    return new Outgoing(
        Topics.of(request),
        saga,
        saga + "/" + request.wish(),
        WireTypes.of(request),
        saga,
        Wire.encode(request),
        traceparent,
        Map.of());
  }
}
