package dev.backstep.messaging.wiring;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Makes consumers: where the broker is and how to talk to it come from {@code kafka.*}. */
@Singleton
class ConsumerSettings {
  /** The most messages of one transaction. */
  static final int MAX_POLL = 500;

  /** A dead instance's partitions are taken over after this time, in ms. */
  static final int SESSION_TIMEOUT = 10_000;

  /**
   * In ms: how long the broker keeps a fetch of an idle consumer. A record ends it at once; only
   * partitions that come to a consumer meanwhile, and a log that is wanted again, wait for its end.
   */
  static final int FETCH_WAIT = 3_000;

  /**
   * In ms: before something that failed is tried again. An idle consumer also looks as often
   * whether a heartbeat is due, and the usual tenth of a second keeps processors awake.
   */
  static final int RETRY_BACKOFF = 1_000;

  private final Map<String, Object> broker;

  ConsumerSettings(@Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.broker = broker;
  }

  Consumer<String, byte[]> consumer(String channel, String group) {
    var settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, channel);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT);
    settings.put(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_BACKOFF);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
