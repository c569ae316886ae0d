package dev.backstep.messaging.wiring;

import dev.backstep.messaging.barrier.BarrierListener;
import dev.backstep.messaging.consumer.ConsumerListener;
import dev.backstep.messaging.intake.DeadLetter;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.relay.PendingMessage;
import dev.backstep.messaging.relay.RelayListener;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What the messaging tells the outside. Names are documented in the operations guide. */
@Singleton
class MessagingMetrics implements BarrierListener, RelayListener, ConsumerListener {
  private static final String WAITING =
      """
      SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) FROM outbox
      """;

  private static final Logger LOG = Logger.getLogger(MessagingMetrics.class);

  private final Transactions transactions;
  private final MeterRegistry registry;
  private final Counter duplicates;
  private final Counter tombstones;
  private final Timer publishLag;
  private volatile Waiting waiting = new Waiting(0, 0);

  MessagingMetrics(Transactions transactions, MeterRegistry registry) {
    this.transactions = transactions;
    this.registry = registry;
    this.duplicates = registry.counter("backstep.barrier.duplicates");
    this.tombstones = registry.counter("backstep.barrier.tombstones");
    this.publishLag =
        Timer.builder("backstep.outbox.publish.lag")
            .publishPercentileHistogram()
            .register(registry);
    registry.gauge("backstep.outbox.pending", this, metrics -> metrics.waiting.pending());
    registry.gauge(
        "backstep.outbox.oldest.seconds", this, metrics -> metrics.waiting.oldestSeconds());
  }

  /** Looks at the outbox. Called now and then, off every hot path. */
  void sample() {
    try {
      waiting = transactions.call(MessagingMetrics::look);
    } catch (TransactionFailedException e) {
      LOG.debugf(e, "no look at the outbox; the last figures stand");
    }
  }

  private static Waiting look(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(WAITING);
        var row = select.executeQuery()) {
      row.next();
      return new Waiting(row.getLong(1), row.getDouble(2));
    }
  }

  @Override
  public void duplicate() {
    duplicates.increment();
  }

  @Override
  public void tombstone() {
    tombstones.increment();
  }

  @Override
  public void published(PendingMessage message, Duration lag) {
    publishLag.record(lag);
  }

  @Override
  public void taken(String channel, Poll poll, Duration took) {
    registry.timer("backstep.intake.poll", "channel", channel).record(took);
    registry.summary("backstep.intake.messages", "channel", channel).record(poll.records().size());
  }

  void deadLetter(DeadLetter letter) {
    registry
        .counter(
            "backstep.dead.letters",
            "topic",
            letter.received().topic(),
            "cause",
            letter.cause().name())
        .increment();
  }

  private record Waiting(long pending, double oldestSeconds) {}
}
