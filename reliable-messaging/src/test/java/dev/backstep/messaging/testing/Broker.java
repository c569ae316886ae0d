package dev.backstep.messaging.testing;

import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.Headers;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.wire.Received;
import dev.backstep.stack.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The real broker of the test stack, as the services around the one that is tested see it. */
public final class Broker {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Broker() {}

  /** Publishes the messages in this order. */
  public static void send(Outgoing... messages) {
    publish(Arrays.stream(messages).map(Broker::record));
  }

  /** Publishes records as they are, wherever they have been before, in this order. */
  public static void send(Received... records) {
    publish(
        Arrays.stream(records).map(it -> record(it.topic(), it.key(), it.headers(), it.body())));
  }

  /** Publishes bytes without headers. */
  public static void sendRaw(String topic, String key, byte[] body) {
    publish(Stream.of(record(topic, key, Map.of(), body)));
  }

  private static void publish(Stream<ProducerRecord<String, byte[]>> records) {
    try (var producer =
        new KafkaProducer<String, byte[]>(
            config(), new StringSerializer(), new ByteArraySerializer())) {
      records.forEach(record -> {
        var _ = producer.send(record);
      });
      producer.flush();
    }
  }

  private static ProducerRecord<String, byte[]> record(Outgoing message) {
    var headers = new HashMap<>(message.headers());
    headers.put(Headers.ID, message.id());
    headers.put(Headers.TYPE, message.type());
    if (message.traceparent() != null) {
      headers.put(Headers.TRACEPARENT, message.traceparent());
    }
    return record(message.topic(), message.key(), headers, message.body());
  }

  @SuppressWarnings("NullAway") // Kafka takes records without a key; its types do not say so
  private static ProducerRecord<String, byte[]> record(
      String topic, @Nullable String key, Map<String, String> headers, byte[] body) {
    var record = new ProducerRecord<String, byte[]>(topic, key, body);
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
