package dev.backstep.messaging.wiring;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/**
 * The one outgoing channel. The connector configures, watches and closes its producer; the relay
 * sends through the producer itself, whole batches at a time, to topics that each row names.
 */
@Singleton
class OutboxChannel {
  static final String NAME = "outbox";

  private final KafkaClientService clients;

  /** The emitter is asked for only so that the connector opens the channel. */
  OutboxChannel(KafkaClientService clients, @Channel(NAME) Emitter<byte[]> emitter) {
    this.clients = clients;
  }

  Producer<String, byte[]> producer() {
    return clients.<String, byte[]>getProducer(NAME).unwrap();
  }
}
