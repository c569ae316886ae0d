package dev.backstep.reads.replica;

import dev.backstep.reads.position.Position;
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
