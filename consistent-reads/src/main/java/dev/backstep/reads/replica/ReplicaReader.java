package dev.backstep.reads.replica;

import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Reads from a replica after asking it, on the same connection, whether it has what is needed: what
 * was sampled may have been true of a server that was restarted or promoted since.
 */
public final class ReplicaReader {
  /** A replica without delay replays within a millisecond or two. */
  static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

  /** A replica that does not even say where it is within this time is frozen. */
  static final Duration SOON = Duration.ofMillis(250);

  /** Longer than any query of ours takes; then the primary is asked. */
  static final Duration QUERY = Duration.ofSeconds(2);

  private final LongSupplier nanoTime;

  /** Takes a monotonic clock, as {@link System#nanoTime()}. */
  public ReplicaReader(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A query to run on a connection with auto-commit on. */
  @FunctionalInterface
  public interface Query<T> {
    /** Reads, and changes nothing. */
    T run(Connection connection) throws SQLException;
  }

  /**
   * Runs the query once the replica has replayed that position, unless that takes longer than the
   * patience.
   */
  public <T> Outcome<T> read(
      Replica replica, Optional<Position> needed, Duration patience, Query<T> query) {
    return replica.reading(() -> {
      try (var connection = replica.connect()) {
        return read(connection, replica, needed, patience, query);
      } catch (SQLException _) {
        replica.gone();
        return new Outcome.Failed<>(Reason.REPLICA_AWAY);
      }
    });
  }

  private <T> Outcome<T> read(
      Connection connection,
      Replica replica,
      Optional<Position> needed,
      Duration patience,
      Query<T> query)
      throws SQLException {
    long end = nanoTime.getAsLong() + patience.toNanos();
    expectSoon(connection);
    while (true) {
      var now = PositionQuery.ofReplica(connection);
      if (now.isEmpty()) {
        replica.gone();
        return new Outcome.Failed<>(Reason.REPLICA_AWAY);
      }
      if (needed.isEmpty() || now.get().covers(needed.get())) {
        expect(connection, QUERY);
        return new Outcome.Done<>(query.run(connection), after(connection, now.get()));
      }
      if (nanoTime.getAsLong() >= end) {
        return new Outcome.Failed<>(Reason.WAIT_OVER);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  static void expectSoon(Connection connection) throws SQLException {
    expect(connection, SOON);
  }

  private static void expect(Connection connection, Duration answer) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, (int) answer.toMillis());
  }

  /** What the query saw was replayed by now. */
  private static Position after(Connection connection, Position before) throws SQLException {
    return PositionQuery.ofReplica(connection).map(before::max).orElse(before);
  }

  /** What became of a read. */
  public sealed interface Outcome<T> {
    /**
     * The answer.
     *
     * @param seen a position at or beyond everything in it
     */
    record Done<T>(T value, Position seen) implements Outcome<T> {}

    /** The replica could not answer. */
    record Failed<T>(Reason reason) implements Outcome<T> {}
  }
}
