package dev.backstep.messaging.consumer;

import dev.backstep.messaging.intake.Pause;
import dev.backstep.messaging.intake.Pause.StoppingException;
import dev.backstep.messaging.pacing.Pacing;
import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls a channel and hands each poll over on this very thread: no queue and no other thread
 * between the broker and the transaction. While a poll is applied, the client fetches the next one.
 *
 * <p>Delivery is at least once. A poll that takes longer than {@code max.poll.interval.ms} loses
 * its partitions to another instance, which repeats it.
 */
public final class ConsumerLoop implements Runnable {
  /** A consumer looks up this often while the broker does not know yet how far it is. */
  static final Duration POLL = Progress.COMMIT_INTERVAL;

  /** And this often when there is nothing to tell: a record ends the poll, and so does a stop. */
  static final Duration IDLE_POLL = Duration.ofSeconds(3);

  /** A broker that just refused, or a handler that just failed, is left alone for a moment. */
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);

  private final Consumer<String, byte[]> consumer;
  private final Collection<String> topics;
  private final PollConsumer handler;
  private final Pause pause;
  private final LongSupplier nanoTime;
  private final ConsumerListener listener;
  private final Progress progress;
  private boolean failing;
  private volatile boolean stopping;

  /**
   * Owns that consumer from now on, and closes it in the end.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   */
  public ConsumerLoop(
      Consumer<String, byte[]> consumer,
      Collection<String> topics,
      PollConsumer handler,
      Pause pause,
      LongSupplier nanoTime,
      ConsumerListener listener) {
    this.consumer = consumer;
    this.topics = topics;
    this.handler = handler;
    this.pause = pause;
    this.nanoTime = nanoTime;
    this.listener = listener;
    this.progress = new Progress(consumer, nanoTime);
  }

  /** Ends the loop after the poll at hand. Any thread. */
  public void stop() {
    stopping = true;
    consumer.wakeup();
  }

  @Override
  public void run() {
    try {
      consumer.subscribe(topics, progress);
      while (!stopping) {
        runOnce();
      }
    } catch (StoppingException | WakeupException | InterruptException e) {
      LOG.debugf(e, "%s stops", handler.channel());
    } finally {
      close();
    }
  }

  /** One poll, if there is anything before it is time to look up, and the rest after it. */
  void runOnce() {
    try {
      if (!consumer.assignment().isEmpty() && handler.wantsTheLogAgain()) {
        consumer.seekToBeginning(consumer.assignment());
      }
      var records = consumer.poll(untilLookingUp());
      var worked = records.isEmpty() ? Duration.ZERO : take(records);
      progress.commitSometimes();
      report(null);
      rest(handler.isAwaited() ? Pacing.rest(records.count(), worked) : unawaitedRest(records));
    } catch (WakeupException | InterruptException | StoppingException e) {
      throw e;
    } catch (RuntimeException e) {
      report(e);
      pause.of(PAUSE_AFTER_FAILURE);
    }
  }

  private Duration untilLookingUp() {
    return handler.isAwaited() && progress.isTold() ? IDLE_POLL : POLL;
  }

  private Duration take(ConsumerRecords<String, byte[]> records) {
    var start = nanoTime.getAsLong();
    var poll = Polls.of(records);
    try {
      handler.take(poll);
    } catch (RuntimeException e) {
      rewind(records);
      throw e;
    }
    progress.applied(records.nextOffsets());
    var took = Duration.ofNanos(nanoTime.getAsLong() - start);
    listener.taken(handler.channel(), poll, took);
    return took;
  }

  private static Duration unawaitedRest(ConsumerRecords<String, byte[]> records) {
    return records.isEmpty() ? Duration.ZERO : Pacing.UNAWAITED_REST;
  }

  private void rest(Duration rest) {
    if (rest.toMillis() > 0) {
      pause.of(rest);
    }
  }

  /** Better to stand still than to lose a message. */
  private void rewind(ConsumerRecords<String, byte[]> records) {
    for (var partition : records.partitions()) {
      if (consumer.assignment().contains(partition)) {
        consumer.seek(partition, records.records(partition).getFirst().offset());
      }
    }
  }

  private void report(@Nullable RuntimeException failure) {
    if (failure != null && !failing) {
      LOG.errorf(
          failure,
          "%s stands still. Trying again every %d ms.",
          handler.channel(),
          PAUSE_AFTER_FAILURE.toMillis());
    } else if (failure == null && failing) {
      LOG.infof("%s moves again.", handler.channel());
    }
    failing = failure != null;
  }

  private void close() {
    try {
      progress.commitNow();
      consumer.close(CloseOptions.timeout(Progress.FINAL_COMMIT));
    } catch (KafkaException e) {
      LOG.infof("%s was not closed cleanly: %s", handler.channel(), e.getMessage());
    }
  }
}
