package dev.backstep.order.intake;

import dev.backstep.messaging.transaction.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Records a new order under its key with one statement. */
final class NewOrderTable {
  /** A twin is answered within milliseconds; whoever waits longer is told to come back. */
  static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

  // Of several twins one claims the key; the others wait for its commit, and then claim nothing.
  // The saga starts with its first step done: the barrier has to know that, or it would take the
  // undo of that step for one that came too early, and bury it.
  private static final String RECORD =
      """
      SET LOCAL lock_timeout = %d;
      WITH claim AS (
        INSERT INTO idempotency (customer_id, key, fingerprint, order_id, answer, created_at)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (customer_id, key) DO NOTHING
        RETURNING order_id, customer_id, created_at),
      placed AS (
        INSERT INTO orders (id, saga_id, customer_id, status, version, total_minor, currency, created_at, changed_at)
        SELECT order_id, ?, customer_id, 'PENDING', 1, ?, ?, created_at, created_at FROM claim),
      lines AS (
        INSERT INTO order_line (order_id, sku, quantity, unit_price_minor)
        SELECT order_id, sku, quantity, unit_price_minor
        FROM claim, unnest(?::text[], ?::int[], ?::bigint[]) AS l(sku, quantity, unit_price_minor)),
      history AS (
        INSERT INTO order_history (order_id, version, status, at)
        SELECT order_id, 1, 'PENDING', created_at FROM claim),
      first_step AS (
        INSERT INTO barrier (saga_id, step, state, reply)
        SELECT ?, 'order', 'done', jsonb_build_object('outcome', 'done', 'reference', order_id)
        FROM claim)
      SELECT 1 FROM claim
      """
          .formatted(LOCK_TIMEOUT.toMillis());

  private static final String STORED =
      "SELECT fingerprint, order_id, answer FROM idempotency WHERE customer_id = ? AND key = ?";

  private NewOrderTable() {}

  /** False when the key was taken. */
  static boolean record(Transaction tx, NewOrder order, byte[] fingerprint, String answer)
      throws SQLException {
    try (var insert = tx.connection().prepareStatement(RECORD)) {
      claim(insert, order, fingerprint, answer);
      insert.setObject(7, order.sagaId());
      insert.setLong(8, order.total().minorUnits());
      insert.setString(9, order.total().currency());
      lines(insert, order);
      insert.setObject(13, order.sagaId());
      insert.execute();
      insert.getMoreResults(); // past the SET
      try (var claimed = insert.getResultSet()) {
        return claimed.next();
      }
    }
  }

  private static void claim(
      PreparedStatement insert, NewOrder order, byte[] fingerprint, String answer)
      throws SQLException {
    insert.setString(1, order.wish().customerId());
    insert.setString(2, order.wish().key().value());
    insert.setBytes(3, fingerprint);
    insert.setObject(4, order.id());
    insert.setString(5, answer);
    insert.setObject(6, OffsetDateTime.ofInstant(order.at(), ZoneOffset.UTC));
  }

  private static void lines(PreparedStatement insert, NewOrder order) throws SQLException {
    var connection = insert.getConnection();
    var lines = order.quote().lines();
    insert.setArray(
        10,
        connection.createArrayOf(
            "text", lines.stream().map(each -> each.line().sku().value()).toArray()));
    insert.setArray(
        11,
        connection.createArrayOf(
            "int", lines.stream().map(each -> each.line().quantity()).toArray()));
    insert.setArray(
        12,
        connection.createArrayOf(
            "bigint", lines.stream().map(each -> each.unitPrice().minorUnits()).toArray()));
  }

  /** What is stored under the key of that wish; empty when it was purged this very moment. */
  static Optional<Stored> stored(Transaction tx, Wish wish) throws SQLException {
    try (var select = tx.connection().prepareStatement(STORED)) {
      select.setString(1, wish.customerId());
      select.setString(2, wish.key().value());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Stored(
                    row.getBytes(1),
                    new StoredAnswer(row.getObject(2, UUID.class), row.getString(3))))
            : Optional.empty();
      }
    }
  }

  /** A row of the idempotency table. */
  @SuppressWarnings("ArrayRecordComponent") // compared by its own method
  record Stored(byte[] fingerprint, StoredAnswer answer) {
    boolean isFor(byte[] other) {
      return Arrays.equals(fingerprint, other);
    }
  }
}
