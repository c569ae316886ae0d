package dev.backstep.payment.testing;

import static org.awaitility.Awaitility.await;

import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.wire.Received;
import dev.backstep.stack.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The real broker, as the other services see it. */
public final class Broker {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Broker() {}

  /** Publishes the messages in this order. */
  public static void send(Outgoing... messages) {
    try (var producer =
        new KafkaProducer<String, byte[]>(
            config(), new StringSerializer(), new ByteArraySerializer())) {
      for (var message : messages) {
        var _ = producer.send(record(message));
      }
      producer.flush();
    }
  }

  private static ProducerRecord<String, byte[]> record(Outgoing message) {
    var record = new ProducerRecord<>(message.topic(), message.key(), message.body());
    var headers = new HashMap<>(Map.of("ce_id", message.id(), "ce_type", message.type()));
    if (message.traceparent() != null) {
      headers.put("traceparent", message.traceparent());
    }
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  /** Waits until the topic holds so many records that match. */
  public static List<Received> expect(String topic, int count, Predicate<Received> matching) {
    try (var consumer =
        new KafkaConsumer<String, byte[]>(
            config(), new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      var found = new ArrayList<Received>();
      await()
          .alias(count + " records on " + topic)
          .atMost(PATIENCE)
          .until(() -> {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
              var received = received(record);
              if (matching.test(received)) {
                found.add(received);
              }
            }
            return found.size() >= count;
          });
      return found;
    }
  }

  /** The only record of that key. */
  public static Received expectOne(String topic, String key) {
    return expect(topic, 1, record -> key.equals(record.key())).getFirst();
  }

  private static Received received(ConsumerRecord<String, byte[]> it) {
    var headers = new HashMap<String, String>();
    it.headers()
        .forEach(header ->
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return new Received(it.topic(), it.partition(), it.offset(), it.key(), headers, it.value());
  }

  private static Map<String, Object> config() {
    return Map.of(
        "bootstrap.servers",
        TestStack.current().kafkaBootstrap(),
        "group.id",
        "test-" + UUID.randomUUID(),
        "auto.offset.reset",
        "earliest");
  }
}
