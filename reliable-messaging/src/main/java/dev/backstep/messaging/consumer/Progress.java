package dev.backstep.messaging.consumer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * How far each partition is applied, and how much of that the broker knows. The broker lags by up
 * to a second, so a crash repeats up to a second's messages: the barrier makes repeats harmless.
 */
final class Progress implements ConsumerRebalanceListener {
  /** Rare enough to cost nothing, often enough that a crash repeats little. */
  static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);

  /** A partition changes hands, or the process stops: whoever comes next should not wait long. */
  static final Duration FINAL_COMMIT = Duration.ofSeconds(2);

  private static final Logger LOG = Logger.getLogger(Progress.class);

  private final Consumer<String, byte[]> consumer;
  private final LongSupplier nanoTime;
  private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
  private long committedAt;

  Progress(Consumer<String, byte[]> consumer, LongSupplier nanoTime) {
    this.consumer = consumer;
    this.nanoTime = nanoTime;
    this.committedAt = nanoTime.getAsLong();
  }

  void applied(Map<TopicPartition, OffsetAndMetadata> next) {
    uncommitted.putAll(next);
  }

  /** Whether the broker knows all of it. */
  boolean isTold() {
    return uncommitted.isEmpty();
  }

  /** Tells the broker now and then, without waiting for its answer. */
  void commitSometimes() {
    var now = nanoTime.getAsLong();
    if (uncommitted.isEmpty() || now - committedAt < COMMIT_INTERVAL.toNanos()) {
      return;
    }
    committedAt = now;
    consumer.commitAsync(
        Map.copyOf(uncommitted),
        (offsets, failure) -> {
          if (failure == null) {
            uncommitted.entrySet().removeAll(offsets.entrySet());
          } else {
            LOG.debugf(failure, "offsets are told again with the next commit");
          }
        });
  }

  /** Tells the broker now, and waits a moment for its answer. */
  void commitNow() {
    if (!uncommitted.isEmpty()) {
      commit(Map.copyOf(uncommitted));
      uncommitted.clear();
    }
  }

  private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    try {
      consumer.commitSync(offsets, FINAL_COMMIT);
    } catch (WakeupException _) {
      commit(offsets); // that was meant for a poll; a wake-up is thrown once
    } catch (KafkaException e) {
      LOG.infof("The last messages will be delivered again: %s", e.getMessage());
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      commitNow();
    }
  }

  /** Somebody else owns them already: what we would commit could be behind what he did. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    uncommitted.keySet().removeAll(partitions);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
}
