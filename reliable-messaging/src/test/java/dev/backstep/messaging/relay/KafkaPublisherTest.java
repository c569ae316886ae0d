package dev.backstep.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaPublisherTest {
  private static final int MORE_THAN_THE_BROKER_TAKES = 2_000_000;

  private final String bootstrap = TestStack.shared(Set.of(Part.KAFKA)).kafkaBootstrap();
  private final String key = UUID.randomUUID().toString();

  @Test
  void publishesInOrderWithCloudEventsHeaders() throws InterruptedException {
    var messages = IntStream.range(0, 200).mapToObj(i -> message(key, i, new byte[] {1})).toList();
    try (var producer = producer()) {
      assertThat(new KafkaPublisher(producer, "inventory-service").publish(messages))
          .isEqualTo(messages);
    }

    var records = records(200);
    assertThat(records)
        .extracting(it -> header(it, Headers.ID))
        .isEqualTo(messages.stream().map(PendingMessage::id).toList());
    assertThat(header(records.getFirst(), Headers.TYPE)).isEqualTo("backstep.test.v1");
    assertThat(header(records.getFirst(), Headers.SOURCE)).isEqualTo("/inventory-service");
    assertThat(header(records.getFirst(), Headers.SUBJECT)).isEqualTo("subject");
    assertThat(header(records.getFirst(), Headers.TIME)).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(header(records.getFirst(), Headers.SPEC_VERSION)).isEqualTo("1.0");
    assertThat(header(records.getFirst(), "extra")).isEqualTo("kept");
  }

  @Test
  void holdsBackTheLaterMessagesOfAKeyThatFailedAndNoOthers() throws InterruptedException {
    var tooLarge = message(key, 1, new byte[MORE_THAN_THE_BROKER_TAKES]);
    var behindIt = message(key, 2, new byte[] {1});
    var other = message(UUID.randomUUID().toString(), 3, new byte[] {1});
    try (var producer = producer()) {
      assertThat(new KafkaPublisher(producer, "test").publish(List.of(tooLarge, behindIt, other)))
          .containsExactly(other);
    }
  }

  private static PendingMessage message(String key, int number, byte[] body) {
    return new PendingMessage(
        0,
        number,
        Topics.SAGA_EVENTS,
        key,
        key + "/" + number,
        "backstep.test.v1",
        "subject",
        body,
        null,
        Map.of("extra", "kept"),
        Instant.parse("2026-01-01T00:00:00Z"),
        Duration.ZERO);
  }

  private Producer<String, byte[]> producer() {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "acks", "all", "max.block.ms", 10_000);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  private List<ConsumerRecord<String, byte[]>> records(int count) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "group.id",
            "test-" + key,
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.SAGA_EVENTS));
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(it -> addIfOurs(found, it));
            return found.size() >= count;
          });
      return found;
    }
  }

  private void addIfOurs(
      List<ConsumerRecord<String, byte[]>> found, ConsumerRecord<String, byte[]> it) {
    if (key.equals(it.key())) {
      found.add(it);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> it, String name) {
    return new String(it.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
