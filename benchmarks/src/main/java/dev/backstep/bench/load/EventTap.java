package dev.backstep.bench.load;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.OrderEvent;
import dev.backstep.contracts.SagaEvent;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.WireType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Sees orders and sagas end as any outside consumer would: by their events. So an end is seen a
 * publication and a fetch after its commit, and that is part of every latency measured with it. In
 * return, looking costs the services nothing: no request is held and no database is asked.
 */
final class EventTap implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * Between polls, under load: bounds what the broker spends on this consumer, and is at most what
   * is seen later for it.
   */
  private static final Duration BREATHER = Duration.ofMillis(2);

  private static final int BUSY_RECORDS = 2;

  private static final String CONFIRMED = typeOf(OrderEvent.OrderConfirmed.class);
  private static final String REJECTED = typeOf(OrderEvent.OrderRejected.class);
  private static final String COMPLETED = typeOf(SagaEvent.SagaCompleted.class);
  private static final String COMPENSATED = typeOf(SagaEvent.SagaCompensated.class);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread = Thread.ofPlatform().name("events").unstarted(this::run);
  private volatile Sightings sightings = new Sightings();

  private EventTap(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Sees everything that is published from now on. */
  static EventTap open(String bootstrapServers) {
    var consumer =
        new KafkaConsumer<>(
            settings(bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(
        Stream.of(Topics.ORDER_EVENTS, Topics.SAGA_EVENTS)
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList());
    consumer.seekToEnd(List.of());
    // Seeking is lazy: a position is only known once it was asked for.
    consumer.assignment().forEach(consumer::position);
    var tap = new EventTap(consumer);
    tap.thread.start();
    return tap;
  }

  private static Map<String, Object> settings(String bootstrapServers) {
    var settings = new HashMap<String, Object>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    return settings;
  }

  private static String typeOf(Class<?> event) {
    return event.getAnnotation(WireType.class).value();
  }

  /** From now on, ends are told to that. */
  void tell(Sightings listener) {
    sightings = listener;
  }

  private void run() {
    try (consumer) {
      while (!Thread.currentThread().isInterrupted()) {
        int seen = runOnce();
        if (seen > BUSY_RECORDS) {
          LockSupport.parkNanos(BREATHER.toNanos());
        }
      }
    } catch (WakeupException _) {
      // Closed.
    }
  }

  private int runOnce() {
    var records = consumer.poll(POLL);
    long now = System.nanoTime();
    var listener = sightings;
    records.forEach(each -> tell(each, now, listener));
    return records.count();
  }

  private static void tell(ConsumerRecord<String, byte[]> event, long at, Sightings listener) {
    var type = new String(event.headers().lastHeader(Headers.TYPE).value(), StandardCharsets.UTF_8);
    if (type.equals(CONFIRMED)) {
      listener.ended(event.key(), Sightings.End.CONFIRMED, at);
    } else if (type.equals(REJECTED)) {
      listener.ended(event.key(), Sightings.End.REJECTED, at);
    } else if (type.equals(COMPLETED) || type.equals(COMPENSATED)) {
      listener.sagaEnded(event.key());
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
