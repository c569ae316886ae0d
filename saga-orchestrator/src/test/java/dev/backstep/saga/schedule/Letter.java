package dev.backstep.saga.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Event;
import dev.backstep.contracts.Message;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.Topics;
import java.util.UUID;

/**
 * A message as it stands in an outbox or on a topic.
 *
 * @param key by which order is kept
 * @param id the same when the same thing is said again
 */
record Letter(String topic, UUID key, String id, Message body) {
  static Letter request(CheckoutRequested request) {
    return new Letter(Topics.of(request), request.sagaId(), request.sagaId() + "/start", request);
  }

  static Letter command(CommandId id, Command command) {
    return new Letter(Topics.of(command), id.saga(), id.toString(), command);
  }

  static Letter reply(CommandId id, Reply reply) {
    var message = new ReplyMessage(id, reply);
    return new Letter(Topics.of(message), id.saga(), id + "/reply", message);
  }

  static Letter event(Event event) {
    var key = UUID.nameUUIDFromBytes(event.key().getBytes(UTF_8));
    return new Letter(Topics.of(event), key, nameOf(event), event);
  }

  static String nameOf(Event event) {
    return event.getClass().getSimpleName() + "/" + event.key() + "/" + event.version();
  }

  Letter dead() {
    return new Letter(Topics.deadLettersOf(topic), key, id, body);
  }
}
