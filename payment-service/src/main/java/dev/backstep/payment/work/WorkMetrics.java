package dev.backstep.payment.work;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** How much work there is. Names are documented in the operations guide. */
final class WorkMetrics {
  private static final String WAITING =
      """
      SELECT count(*) FILTER (WHERE state = 'unknown'), count(*) FILTER (WHERE state = 'refunding'), count(*),
             coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)
      FROM payment
      WHERE due_at IS NOT NULL
      """;

  private static final Logger LOG = Logger.getLogger(WorkMetrics.class);

  private final Transactions transactions;
  private volatile Waiting waiting = new Waiting(0, 0, 0, 0);

  private record Waiting(long unknown, long refunding, long open, double oldestSeconds) {}

  WorkMetrics(
      Transactions transactions, MeterRegistry registry, Queues queues, AtomicInteger inFlight) {
    this.transactions = transactions;
    registry.gauge("backstep.gateway.in.flight", inFlight);
    registry.gauge("backstep.payments.queued", queues, Queues::waiting);
    registry.gauge("backstep.payments.unknown", this, metrics -> metrics.waiting.unknown());
    registry.gauge("backstep.payments.refunding", this, metrics -> metrics.waiting.refunding());
    registry.gauge("backstep.payments.open", this, metrics -> metrics.waiting.open());
    registry.gauge(
        "backstep.payments.oldest.seconds", this, metrics -> metrics.waiting.oldestSeconds());
  }

  /** Looks at the table. Called now and then, off every hot path. */
  void sample() {
    try {
      waiting = transactions.call(WorkMetrics::look);
    } catch (TransactionFailedException e) {
      LOG.debugf(e, "no look at the payments; the last figures stand");
    }
  }

  private static Waiting look(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(WAITING);
        var row = select.executeQuery()) {
      row.next();
      return new Waiting(row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4));
    }
  }
}
