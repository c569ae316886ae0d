package dev.backstep.order.intake;

import dev.backstep.messaging.transaction.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Records new orders under their keys; every statement takes any number of them. */
final class NewOrderTable {
  /**
   * Another instance commits a twin within milliseconds, and nobody of this batch is answered
   * before. A batch that waits longer is split until the one that waits is alone.
   */
  static final Duration LOCK_TIMEOUT = Duration.ofMillis(50);

  // Of several twins one claims the key; the others wait for its commit, and then claim nothing.
  // Keys are claimed in order, so that two batches never wait for each other in a circle.
  private static final String RECORD =
      """
      SET LOCAL lock_timeout = %d;
      WITH n AS (
        SELECT unnest(?::text[]) AS customer_id, unnest(?::text[]) AS key, unnest(?::bytea[]) AS fingerprint,
               unnest(?::uuid[]) AS order_id, unnest(?::text[]) AS answer, unnest(?::uuid[]) AS saga_id,
               unnest(?::bigint[]) AS total_minor, unnest(?::text[]) AS currency),
      claim AS (
        INSERT INTO idempotency (customer_id, key, fingerprint, order_id, answer, created_at)
        SELECT customer_id, key, fingerprint, order_id, answer, ?::timestamptz FROM n
        ORDER BY customer_id, key
        ON CONFLICT (customer_id, key) DO NOTHING
        RETURNING order_id, created_at),
      placed AS (
        INSERT INTO orders (id, saga_id, customer_id, status, version, total_minor, currency, created_at, changed_at)
        SELECT n.order_id, n.saga_id, n.customer_id, 'PENDING', 1, n.total_minor, n.currency, c.created_at, c.created_at
        FROM claim c JOIN n ON n.order_id = c.order_id),
      lines AS (
        INSERT INTO order_line (order_id, sku, quantity, unit_price_minor)
        SELECT l.order_id, l.sku, l.quantity, l.unit_price_minor
        FROM (SELECT unnest(?::uuid[]) AS order_id, unnest(?::text[]) AS sku, unnest(?::int[]) AS quantity,
                     unnest(?::bigint[]) AS unit_price_minor) AS l
        JOIN claim c ON c.order_id = l.order_id),
      history AS (
        INSERT INTO order_history (order_id, version, status, at)
        SELECT order_id, 1, 'PENDING', created_at FROM claim)
      SELECT order_id FROM claim
      """
          .formatted(LOCK_TIMEOUT.toMillis());

  // What every order is written to. Whoever writes rows there lets others in; who holds a table
  // does not.
  private static final String ENTER =
      """
      SET LOCAL lock_timeout = %d;
      LOCK TABLE idempotency, orders, order_line, order_history, barrier, outbox IN ROW EXCLUSIVE MODE
      """
          .formatted(LOCK_TIMEOUT.toMillis());

  private static final String STORED =
      """
      SELECT i.customer_id, i.key, i.fingerprint, i.order_id, i.answer
      FROM (SELECT unnest(?::text[]) AS customer_id, unnest(?::text[]) AS key) AS k
      JOIN idempotency i ON i.customer_id = ANY (ARRAY[k.customer_id]) AND i.key = k.key
      """;

  private NewOrderTable() {}

  /** Which of those orders were recorded: all whose keys were free. */
  static Set<UUID> record(Transaction tx, List<Draft.First> drafts, Instant now)
      throws SQLException {
    if (drafts.isEmpty()) {
      return Set.of();
    }
    try (var insert = tx.connection().prepareStatement(RECORD)) {
      orders(insert, drafts);
      insert.setObject(9, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      lines(insert, drafts);
      insert.execute();
      insert.getMoreResults(); // past the SET
      try (var claimed = insert.getResultSet()) {
        var ids = new HashSet<UUID>();
        while (claimed.next()) {
          ids.add(claimed.getObject(1, UUID.class));
        }
        return ids;
      }
    }
  }

  private static void orders(PreparedStatement insert, List<Draft.First> drafts)
      throws SQLException {
    texts(insert, 1, drafts, draft -> draft.order().wish().customerId());
    texts(insert, 2, drafts, draft -> draft.order().wish().claim().key().value());
    array(
        insert,
        3,
        "bytea",
        drafts.stream()
            .map(draft -> draft.order().wish().fingerprint().sha256())
            .toArray(byte[][]::new));
    array(insert, 4, "uuid", drafts.stream().map(draft -> draft.order().id()).toArray());
    texts(insert, 5, drafts, draft -> draft.answer().body());
    array(insert, 6, "uuid", drafts.stream().map(draft -> draft.order().sagaId()).toArray());
    array(
        insert,
        7,
        "bigint",
        drafts.stream().map(draft -> draft.order().total().minorUnits()).toArray(Long[]::new));
    texts(insert, 8, drafts, draft -> draft.order().total().currency());
  }

  private static void lines(PreparedStatement insert, List<Draft.First> drafts)
      throws SQLException {
    var lines = new ArrayList<Line>();
    for (var draft : drafts) {
      draft.order().quote().lines().forEach(line -> lines.add(new Line(draft.order().id(), line)));
    }
    array(insert, 10, "uuid", lines.stream().map(Line::orderId).toArray());
    texts(insert, 11, lines, each -> each.line.line().sku().value());
    array(
        insert,
        12,
        "int",
        lines.stream().map(each -> each.line.line().quantity()).toArray(Integer[]::new));
    array(
        insert,
        13,
        "bigint",
        lines.stream().map(each -> each.line.unitPrice().minorUnits()).toArray(Long[]::new));
  }

  /** Fails when one of the tables is locked; changes nothing. */
  static void enter(Transaction tx) throws SQLException {
    try (var lock = tx.connection().createStatement()) {
      lock.execute(ENTER);
    }
  }

  /** What is stored under those keys. */
  static Map<Wish.Claim, Stored> stored(Transaction tx, Collection<Wish.Claim> claims)
      throws SQLException {
    var found = new HashMap<Wish.Claim, Stored>();
    if (claims.isEmpty()) {
      return found;
    }
    try (var select = tx.connection().prepareStatement(STORED)) {
      texts(select, 1, claims, Wish.Claim::customerId);
      texts(select, 2, claims, claim -> claim.key().value());
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(
              new Wish.Claim(rows.getString(1), new IdempotencyKey(rows.getString(2))),
              new Stored(
                  new Fingerprint(rows.getBytes(3)),
                  new StoredAnswer(rows.getObject(4, UUID.class), rows.getString(5))));
        }
      }
    }
    return found;
  }

  private static <T> void texts(
      PreparedStatement statement, int position, Collection<T> rows, Function<T, String> field)
      throws SQLException {
    array(statement, position, "text", rows.stream().map(field).toArray(String[]::new));
  }

  private static void array(
      PreparedStatement statement, int position, String type, Object[] elements)
      throws SQLException {
    Connection connection = statement.getConnection();
    statement.setArray(position, connection.createArrayOf(type, elements));
  }

  private record Line(UUID orderId, Quote.PricedLine line) {}

  /** A row of the idempotency table. */
  record Stored(Fingerprint fingerprint, StoredAnswer answer) {}
}
