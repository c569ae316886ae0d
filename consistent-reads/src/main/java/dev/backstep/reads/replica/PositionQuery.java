package dev.backstep.reads.replica;

import dev.backstep.reads.position.Position;
import dev.backstep.reads.replica.Horizons.Horizon;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Asks a server how far it is. */
public final class PositionQuery {
  // A commit is visible to others only when its record is flushed (synchronous_commit = on), so
  // whatever a statement before this one saw, or committed, ends at or before the flushed LSN.
  private static final String FLUSHED =
      """
      SELECT ('x' || substr(pg_walfile_name(pg_current_wal_flush_lsn()), 1, 8))::bit(32)::int,
             (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::bigint
      """;

  // The snapshot is taken before the position is asked for: what is over in it was flushed by then.
  private static final String HORIZON =
      """
      SELECT ('x' || substr(pg_walfile_name(pg_current_wal_flush_lsn()), 1, 8))::bit(32)::int,
             (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::bigint,
             pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      """;

  // The control file learns of a new timeline late, never early: till then reads go to the primary.
  private static final String REPLAYED =
      """
      SELECT (SELECT timeline_id FROM pg_control_checkpoint()),
             (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::bigint
      WHERE pg_is_in_recovery()
      """;

  private PositionQuery() {}

  /**
   * How far the primary's log is safely written. Call it in a new statement after a commit or a
   * read: then it is at or beyond all that these did or saw.
   */
  public static Position ofPrimary(Connection primary) throws SQLException {
    return one(primary, FLUSHED)
        .orElseThrow(() -> new SQLException("the primary does not say how far it is"));
  }

  /** The same, with the oldest transaction that was still running before. */
  static Horizon horizonOf(Connection primary) throws SQLException {
    try (var select = primary.prepareStatement(HORIZON);
        var row = select.executeQuery()) {
      row.next();
      return new Horizon(row.getLong(3), position(row));
    }
  }

  /** How far that replica has replayed; empty when it is a replica no longer. */
  static Optional<Position> ofReplica(Connection replica) throws SQLException {
    return one(replica, REPLAYED);
  }

  private static Optional<Position> one(Connection connection, String query) throws SQLException {
    try (var select = connection.prepareStatement(query);
        var row = select.executeQuery()) {
      return row.next() ? Optional.of(position(row)) : Optional.empty();
    }
  }

  private static Position position(ResultSet row) throws SQLException {
    return new Position(row.getInt(1), row.getLong(2));
  }
}
