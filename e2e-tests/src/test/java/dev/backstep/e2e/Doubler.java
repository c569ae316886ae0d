package dev.backstep.e2e;

import dev.backstep.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** While it lives, every request, command and reply is delivered a second time. */
final class Doubler implements AutoCloseable {
  private static final String COPY = "e2e-copy";
  private static final Duration POLL = Duration.ofMillis(20);

  private static final List<String> TOPICS =
      List.of(
          Topics.CHECKOUT_REQUESTS,
          Topics.ORDER_COMMANDS,
          Topics.INVENTORY_COMMANDS,
          Topics.PAYMENT_COMMANDS,
          Topics.SHIPPING_COMMANDS,
          Topics.SAGA_REPLIES);

  private final Postman postman = new Postman();
  private final AtomicInteger copies = new AtomicInteger();
  private final Consumer<String, byte[]> consumer = atTheEnd();
  private final Thread thread = Thread.ofPlatform().name("doubler").unstarted(this::run);
  private volatile boolean open = true;

  Doubler() {
    thread.start();
  }

  private static Consumer<String, byte[]> atTheEnd() {
    var consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                Backstep.stack().kafkaBootstrap(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        TOPICS.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return consumer;
  }

  private void run() {
    while (open) {
      for (var each : consumer.poll(POLL)) {
        runOnce(each);
      }
    }
  }

  private void runOnce(ConsumerRecord<String, byte[]> original) {
    if (original.headers().lastHeader(COPY) == null) {
      var copy =
          new ProducerRecord<>(
              original.topic(), null, original.key(), original.value(), original.headers());
      copy.headers().add(COPY, new byte[] {1});
      postman.send(copy);
      copies.incrementAndGet();
    }
  }

  int copies() {
    return copies.get();
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    consumer.close();
    postman.close();
  }
}
