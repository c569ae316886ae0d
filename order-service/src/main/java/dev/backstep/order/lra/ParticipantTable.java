package dev.backstep.order.lra;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.order.OrderStatus;
import dev.backstep.order.lra.Participant.Carried;
import dev.backstep.order.lra.Participant.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sagas that have joined, or are joining. One that has no order has not got further. */
public final class ParticipantTable {
  private static final String INSERT =
      "INSERT INTO lra_participant (saga_id, lra, joined_at) VALUES (?, ?, ?)";

  private static final String REMOVE = "DELETE FROM lra_participant WHERE saga_id = ?";

  private static final String REMOVE_WITHOUT_ORDER =
      """
      DELETE FROM lra_participant p USING (
        SELECT saga_id FROM lra_participant j
        WHERE asked IS NULL AND joined_at < ?
          AND NOT EXISTS (SELECT FROM orders o WHERE o.saga_id = j.saga_id)
        LIMIT ? FOR UPDATE SKIP LOCKED) old
      WHERE p.saga_id = ANY (ARRAY[old.saga_id])
      """;

  // Held until the order is recorded: a callback waits, and then sees it.
  private static final String HOLD =
      """
      SELECT saga_id FROM lra_participant WHERE saga_id = ANY (?) AND asked IS NULL
      ORDER BY saga_id FOR UPDATE
      """;

  private static final String LOCK =
      "SELECT lra, asked, given_up FROM lra_participant WHERE saga_id = ? FOR UPDATE";

  // After the lock, so that it sees what was recorded while that was waited for.
  private static final String ORDER =
      """
      SELECT o.id, o.status, b.state = 'undone' AS undone
      FROM orders o
      JOIN barrier b ON b.saga_id = o.saga_id AND b.step = 'order'
      WHERE o.saga_id = ?
      """;

  private static final String ASK =
      "UPDATE lra_participant SET asked = ?, asked_at = ? WHERE saga_id = ?";

  private static final String TELL =
      "UPDATE lra_participant SET told = ? WHERE saga_id = ? AND told IS NULL";

  private static final String LEAVE =
      "UPDATE lra_participant SET given_up = true WHERE saga_id = ANY (?)";

  private ParticipantTable() {}

  /** Nobody will undo those sagas any more. */
  public static void leave(Transaction tx, Collection<UUID> sagas) throws SQLException {
    if (sagas.isEmpty()) {
      return;
    }
    try (var update = tx.connection().prepareStatement(LEAVE)) {
      update.setArray(1, tx.connection().createArrayOf("uuid", sagas.toArray()));
      update.executeUpdate();
    }
  }

  static void insert(Transaction tx, Joined joined, Instant now) throws SQLException {
    try (var insert = tx.connection().prepareStatement(INSERT)) {
      insert.setObject(1, joined.sagaId());
      insert.setString(2, joined.lra());
      insert.setObject(3, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  static void remove(Transaction tx, UUID saga) throws SQLException {
    try (var delete = tx.connection().prepareStatement(REMOVE)) {
      delete.setObject(1, saga);
      delete.executeUpdate();
    }
  }

  /** Those that began before that time, and never got an order; tells how many it were. */
  static int removeWithoutOrder(Transaction tx, Instant before, int atMost) throws SQLException {
    try (var delete = tx.connection().prepareStatement(REMOVE_WITHOUT_ORDER)) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      delete.setInt(2, atMost);
      return delete.executeUpdate();
    }
  }

  /** Those of which an order may be recorded in this transaction: no callback came before. */
  public static Set<UUID> hold(Transaction tx, Collection<UUID> sagas) throws SQLException {
    var open = new HashSet<UUID>();
    if (sagas.isEmpty()) {
      return open;
    }
    try (var select = tx.connection().prepareStatement(HOLD)) {
      select.setArray(1, tx.connection().createArrayOf("uuid", sagas.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          open.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return open;
  }

  /** Nobody else sees or changes it until the transaction ends. */
  static Optional<Participant> lock(Transaction tx, UUID saga) throws SQLException {
    try (var select = tx.connection().prepareStatement(LOCK)) {
      select.setObject(1, saga);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(participant(tx, row, saga)) : Optional.empty();
      }
    }
  }

  private static Participant participant(Transaction tx, ResultSet row, UUID saga)
      throws SQLException {
    var asked = row.getString("asked");
    return new Participant(
        new Joined(saga, row.getString("lra")),
        asked == null ? null : Wanted.valueOf(asked.toUpperCase(Locale.ROOT)),
        order(tx, saga),
        row.getBoolean("given_up"));
  }

  private static @Nullable Carried order(Transaction tx, UUID saga) throws SQLException {
    try (var select = tx.connection().prepareStatement(ORDER)) {
      select.setObject(1, saga);
      try (var row = select.executeQuery()) {
        return row.next()
            ? new Carried(
                row.getObject("id", UUID.class),
                OrderStatus.valueOf(row.getString("status")),
                row.getBoolean("undone"))
            : null;
      }
    }
  }

  static void ask(Transaction tx, UUID saga, Wanted wanted, Instant now) throws SQLException {
    try (var update = tx.connection().prepareStatement(ASK)) {
      update.setString(1, wanted.name().toLowerCase(Locale.ROOT));
      update.setObject(2, now.atOffset(ZoneOffset.UTC));
      update.setObject(3, saga);
      update.executeUpdate();
    }
  }

  static void tell(Transaction tx, UUID saga, Standing last) throws SQLException {
    try (var update = tx.connection().prepareStatement(TELL)) {
      update.setString(1, last.word());
      update.setObject(2, saga);
      update.executeUpdate();
    }
  }
}
