package dev.backstep.payment.work;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.messaging.transaction.Transaction;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The payments as a queue; every statement takes any number of them. */
final class WorkTable {
  // now() and not clock_timestamp(): only a stable function can use the index.
  static final String CLAIM =
      """
      WITH due AS (
        SELECT order_id FROM payment WHERE due_at <= now() ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
      )
      UPDATE payment p
      SET claim_owner = ?, claim_epoch = p.claim_epoch + 1, due_at = now() + ? * interval '1 millisecond'
      FROM due
      WHERE p.order_id = ANY (ARRAY[due.order_id])
      RETURNING
      """
          + PaymentRow.COLUMNS;

  static final String CURRENT =
      "SELECT " + PaymentRow.COLUMNS + " FROM payment p WHERE p.order_id = ANY (?)";

  // A process that was killed left claims under its name; nobody works on those any more.
  private static final String RECLAIM =
      "UPDATE payment SET due_at = now() WHERE claim_owner = ? AND due_at > now()";

  // Locked in key order first: an UPDATE alone would lock in whatever order its plan finds the
  // rows.
  static final String SETTLE =
      """
      WITH answered AS (
        SELECT p.order_id, n.next, n.charge_id, n.refund_id, n.refusal_code, n.refusal_detail, n.attempts, n.pause
        FROM (SELECT unnest(?::uuid[]) AS order_id, unnest(?::bigint[]) AS epoch, unnest(?::text[]) AS state,
                     unnest(?::text[]) AS next, unnest(?::text[]) AS charge_id, unnest(?::text[]) AS refund_id,
                     unnest(?::text[]) AS refusal_code, unnest(?::text[]) AS refusal_detail,
                     unnest(?::integer[]) AS attempts, unnest(?::bigint[]) AS pause) AS n
        JOIN payment p ON p.order_id = ANY (ARRAY[n.order_id]) AND p.claim_epoch = n.epoch AND p.state = n.state
        ORDER BY n.order_id
        FOR UPDATE OF p
      )
      UPDATE payment p
      SET state = n.next,
          charge_id = coalesce(n.charge_id, p.charge_id),
          captured = CASE WHEN n.charge_id IS NULL THEN p.captured ELSE p.amount END,
          refund_id = n.refund_id,
          refunded = CASE WHEN n.refund_id IS NULL THEN 0 ELSE p.captured END,
          refusal_code = n.refusal_code,
          refusal_detail = n.refusal_detail,
          payment_token = CASE WHEN n.next IN ('processing', 'unknown', 'recalled') THEN p.payment_token END,
          attempts = n.attempts,
          due_at = now() + n.pause * interval '1 millisecond',
          claim_owner = NULL,
          claim_epoch = p.claim_epoch + 1,
          changed_at = now()
      FROM answered n
      WHERE p.order_id = ANY (ARRAY[n.order_id])
      """;

  private WorkTable() {}

  /** Claims what is due, the longest due first, and passes over what others are claiming. */
  static List<Claim> claim(Transaction tx, int atMost, ClaimTerms terms) throws SQLException {
    try (var update = tx.connection().prepareStatement(CLAIM)) {
      update.setInt(1, atMost);
      update.setString(2, terms.owner());
      update.setLong(3, terms.lease().toMillis());
      try (var rows = update.executeQuery()) {
        var claims = new ArrayList<Claim>();
        while (rows.next()) {
          var row = PaymentRow.read(rows);
          claims.add(new Claim(row.payment(), row.epoch(), terms.endsAt()));
        }
        return claims;
      }
    }
  }

  /** Ends the claims that an earlier life of this process left behind. */
  static int reclaim(Transaction tx, String owner) throws SQLException {
    try (var update = tx.connection().prepareStatement(RECLAIM)) {
      update.setString(1, owner);
      return update.executeUpdate();
    }
  }

  /** The payments as they are now. */
  static List<PaymentRow> current(Transaction tx, Collection<UUID> orders) throws SQLException {
    var connection = tx.connection();
    try (var select = connection.prepareStatement(CURRENT)) {
      select.setArray(1, connection.createArrayOf("uuid", orders.toArray()));
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<PaymentRow>();
        while (rows.next()) {
          found.add(PaymentRow.read(rows));
        }
        return found;
      }
    }
  }

  /** Writes those whose row still has the expected epoch and state; tells how many they were. */
  static int settle(Transaction tx, List<Settlement> settlements) throws SQLException {
    var connection = tx.connection();
    try (var update = connection.prepareStatement(SETTLE)) {
      update.setArray(
          1, column(connection, "uuid", settlements, it -> it.answered().payment().orderId()));
      update.setArray(2, column(connection, "bigint", settlements, it -> it.answered().epoch()));
      update.setArray(
          3,
          column(connection, "text", settlements, it -> it.answered().payment().state().column()));
      update.setArray(
          4, column(connection, "text", settlements, it -> it.decision().next().column()));
      update.setArray(5, column(connection, "text", settlements, Settlement::chargeId));
      update.setArray(6, column(connection, "text", settlements, Settlement::refundId));
      update.setArray(7, column(connection, "text", settlements, it -> code(it.refusal())));
      update.setArray(8, column(connection, "text", settlements, it -> detail(it.refusal())));
      update.setArray(9, column(connection, "integer", settlements, Settlement::attempts));
      update.setArray(10, column(connection, "bigint", settlements, it -> millis(it.pause())));
      return update.executeUpdate();
    }
  }

  private static Array column(
      Connection connection,
      String type,
      List<Settlement> settlements,
      Function<Settlement, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, settlements.stream().map(value).toArray());
  }

  private static @Nullable String code(@Nullable Refusal refusal) {
    return refusal == null ? null : refusal.code().name();
  }

  private static @Nullable String detail(@Nullable Refusal refusal) {
    return refusal == null ? null : refusal.detail();
  }

  private static @Nullable Long millis(@Nullable Duration pause) {
    return pause == null ? null : pause.toMillis();
  }
}
