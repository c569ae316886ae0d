package dev.backstep.inventory;

import static org.awaitility.Awaitility.await;

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

/** The real broker, from outside of the service. */
public final class Broker {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Broker() {}

  /** Sends the records as they are. */
  public static void send(Received... records) {
    try (var producer =
        new KafkaProducer<String, byte[]>(
            config(), new StringSerializer(), new ByteArraySerializer())) {
      for (var record : records) {
        var _ = producer.send(outgoing(record));
      }
      producer.flush();
    }
  }

  private static ProducerRecord<String, byte[]> outgoing(Received record) {
    var outgoing = new ProducerRecord<String, byte[]>(record.topic(), record.key(), record.body());
    record
        .headers()
        .forEach(
            (name, value) -> outgoing.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return outgoing;
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
