package dev.backstep.saga.books;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.figures.Figures;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What this service's own database says. */
@Singleton
public class OwnBooks {
  /** A timer looks twice a second. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final String LEFT_LYING =
      """
      SELECT (SELECT count(*) FROM saga WHERE due_at < ? AND state <> 'STUCK') AS late,
             (SELECT count(*) FROM outbox) AS pending,
             (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) FROM outbox) AS oldest,
             (SELECT count(*) FROM dead_letter WHERE replays = 0 AND discarded_at IS NULL) AS dead
      """;

  /**
   * What lies about.
   *
   * @param late open sagas that nobody woke
   * @param pending messages that wait to be published
   * @param dead letters that wait for somebody
   */
  public record LeftLying(long late, long pending, double oldestSeconds, long dead) {}

  private final Figures figures;
  private final InstantSource time;
  private final Deque<Balance> known = new ArrayDeque<>();

  OwnBooks(Figures figures, InstantSource time) {
    this.figures = figures;
    this.time = time;
  }

  /** Looks once more, and remembers for some minutes. */
  Balances balances(Transaction tx) throws SQLException {
    var tallies = figures.tallies(tx);
    synchronized (known) {
      var now = time.instant();
      known.addLast(new Balance(now, tallies));
      var oldest = now.minus(Balances.MEMORY);
      while (known.getFirst().at().isBefore(oldest)) {
        known.removeFirst();
      }
      return new Balances(List.copyOf(known));
    }
  }

  /** A look at what should not be there. */
  public LeftLying leftLying(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(LEFT_LYING)) {
      select.setObject(1, dueBefore().atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        row.next();
        return new LeftLying(
            row.getLong("late"),
            row.getLong("pending"),
            row.getDouble("oldest"),
            row.getLong("dead"));
      }
    }
  }

  private Instant dueBefore() {
    return time.instant().minus(GRACE);
  }
}
