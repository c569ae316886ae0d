package dev.backstep.messaging.relay;

import dev.backstep.messaging.transaction.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The rows behind {@link ShardLeases}. All times are the database's own, so that a wrong clock here
 * harms nobody.
 */
final class LeaseTable {
  private static final String BE_MEMBER =
      """
      INSERT INTO relay_member (instance, expires_at) VALUES (?, clock_timestamp() + ? * interval '1 ms')
      ON CONFLICT (instance) DO UPDATE SET expires_at = EXCLUDED.expires_at
      """;

  private static final String LIVE_MEMBERS =
      "SELECT count(*) FROM relay_member WHERE expires_at > clock_timestamp()";

  private static final String RENEW =
      """
      UPDATE relay_lease l SET expires_at = clock_timestamp() + ? * interval '1 ms'
      FROM (SELECT unnest(?::smallint[]) AS shard, unnest(?::bigint[]) AS epoch) AS mine
      WHERE l.shard = mine.shard AND l.epoch = mine.epoch AND l.owner = ?
      RETURNING l.shard, l.epoch
      """;

  // A lease under our own name that we do not hold is that of our process before a restart: ours at
  // once.
  private static final String TAKE =
      """
      UPDATE relay_lease l SET owner = ?, epoch = l.epoch + 1, expires_at = clock_timestamp() + ? * interval '1 ms'
      FROM (
        SELECT shard FROM relay_lease
        WHERE shard <> ALL (?::smallint[]) AND (owner IS NULL OR owner = ? OR expires_at < clock_timestamp())
        ORDER BY shard LIMIT ? FOR UPDATE SKIP LOCKED
      ) free
      WHERE l.shard = free.shard
      RETURNING l.shard, l.epoch
      """;

  private static final String GIVE_BACK =
      """
      UPDATE relay_lease l SET owner = NULL, expires_at = '-infinity'
      FROM (SELECT unnest(?::smallint[]) AS shard, unnest(?::bigint[]) AS epoch) AS mine
      WHERE l.shard = mine.shard AND l.epoch = mine.epoch
      """;

  private static final String LEAVE = "DELETE FROM relay_member WHERE instance = ?";

  private LeaseTable() {}

  /** Counts the live instances, this one included. */
  static int beMember(Transaction tx, String instance, Duration duration) throws SQLException {
    try (var upsert = tx.connection().prepareStatement(BE_MEMBER);
        var count = tx.connection().prepareStatement(LIVE_MEMBERS)) {
      upsert.setString(1, instance);
      upsert.setLong(2, duration.toMillis());
      upsert.executeUpdate();
      try (var row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  static List<Lease> renew(
      Transaction tx, String instance, Duration duration, Collection<Lease> leases)
      throws SQLException {
    try (var update = tx.connection().prepareStatement(RENEW)) {
      update.setLong(1, duration.toMillis());
      setLeases(update, 2, leases);
      update.setString(4, instance);
      return leases(update);
    }
  }

  static List<Lease> take(
      Transaction tx, String instance, Duration duration, Collection<Lease> held, int atMost)
      throws SQLException {
    try (var update = tx.connection().prepareStatement(TAKE)) {
      update.setString(1, instance);
      update.setLong(2, duration.toMillis());
      update.setArray(3, shards(update, held));
      update.setString(4, instance);
      update.setInt(5, atMost);
      return leases(update);
    }
  }

  static void giveBack(Transaction tx, Collection<Lease> leases) throws SQLException {
    try (var update = tx.connection().prepareStatement(GIVE_BACK)) {
      setLeases(update, 1, leases);
      update.executeUpdate();
    }
  }

  static void leave(Transaction tx, String instance) throws SQLException {
    try (var delete = tx.connection().prepareStatement(LEAVE)) {
      delete.setString(1, instance);
      delete.executeUpdate();
    }
  }

  private static void setLeases(PreparedStatement statement, int index, Collection<Lease> leases)
      throws SQLException {
    var epochs = leases.stream().map(Lease::epoch).toArray();
    statement.setArray(index, shards(statement, leases));
    statement.setArray(index + 1, statement.getConnection().createArrayOf("bigint", epochs));
  }

  private static java.sql.Array shards(PreparedStatement statement, Collection<Lease> leases)
      throws SQLException {
    return statement
        .getConnection()
        .createArrayOf("smallint", leases.stream().map(Lease::shard).toArray());
  }

  private static List<Lease> leases(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      var leases = new ArrayList<Lease>();
      while (rows.next()) {
        leases.add(new Lease(rows.getInt(1), rows.getLong(2)));
      }
      return leases;
    }
  }
}
