package dev.backstep.payment.participant;

import dev.backstep.contracts.PaymentCommand.ChargePayment;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.payment.work.ClaimTerms;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what is to be charged, claimed by this instance or free for all. */
final class IntentTable {
  // An order that has a payment already keeps that one: the barrier lets a saga charge once, so
  // this is another saga's.
  private static final String INSERT =
      """
      INSERT INTO payment (order_id, saga_id, step, customer_id, amount, currency, payment_token, traceparent,
                           state, due_at, claim_owner, claim_epoch)
      SELECT order_id, saga_id, step, customer_id, amount, currency, payment_token, traceparent,
             'processing', now() + ? * interval '1 millisecond', ?, ?
      FROM (SELECT unnest(?::uuid[]) AS order_id, unnest(?::uuid[]) AS saga_id, unnest(?::text[]) AS step,
                   unnest(?::text[]) AS customer_id, unnest(?::bigint[]) AS amount, unnest(?::text[]) AS currency,
                   unnest(?::text[]) AS payment_token, unnest(?::text[]) AS traceparent) AS n
      ORDER BY order_id
      ON CONFLICT (order_id) DO NOTHING
      RETURNING saga_id
      """;

  private IntentTable() {}

  /** Tells the sagas whose payments were written. */
  static Set<UUID> insert(
      Transaction tx, List<Admitted<ChargePayment>> charges, Optional<ClaimTerms> terms)
      throws SQLException {
    var connection = tx.connection();
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, terms.map(it -> it.lease().toMillis()).orElse(0L));
      insert.setString(2, terms.map(ClaimTerms::owner).orElse(null));
      insert.setLong(3, terms.map(_ -> ClaimTerms.FIRST_EPOCH).orElse(0L));
      insert.setArray(4, column(connection, "uuid", charges, it -> it.command().orderId()));
      insert.setArray(5, column(connection, "uuid", charges, it -> it.id().saga()));
      insert.setArray(6, column(connection, "text", charges, it -> it.id().step()));
      insert.setArray(7, column(connection, "text", charges, it -> it.command().customerId()));
      insert.setArray(
          8, column(connection, "bigint", charges, it -> it.command().amount().minorUnits()));
      insert.setArray(
          9, column(connection, "text", charges, it -> it.command().amount().currency()));
      insert.setArray(
          10, column(connection, "text", charges, it -> it.command().paymentToken().value()));
      insert.setArray(11, column(connection, "text", charges, Admitted::traceparent));
      try (var rows = insert.executeQuery()) {
        var sagas = new HashSet<UUID>();
        while (rows.next()) {
          sagas.add(rows.getObject(1, UUID.class));
        }
        return sagas;
      }
    }
  }

  private static Array column(
      Connection connection,
      String type,
      List<Admitted<ChargePayment>> charges,
      Function<Admitted<ChargePayment>, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, charges.stream().map(value).toArray());
  }
}
