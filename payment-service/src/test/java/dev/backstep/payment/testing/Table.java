package dev.backstep.payment.testing;

import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The service's real tables. */
@Singleton
public class Table {
  private final Transactions transactions;

  Table(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Where that payment is; empty if there is none. */
  public String state(Checkout checkout) {
    return String.join("", texts("SELECT state FROM payment WHERE order_id = ?", checkout.order()));
  }

  /** Runs a statement as the service. */
  public int execute(String sql, Object... parameters) {
    return transactions.call(tx -> {
      try (var statement = tx.connection().prepareStatement(sql)) {
        set(statement, parameters);
        return statement.executeUpdate();
      }
    });
  }

  /** The first column of each row, as text. */
  public List<String> texts(String sql, Object... parameters) {
    return transactions.call(tx -> {
      try (var select = tx.connection().prepareStatement(sql)) {
        set(select, parameters);
        try (var rows = select.executeQuery()) {
          var texts = new ArrayList<String>();
          while (rows.next()) {
            texts.add(rows.getString(1));
          }
          return texts;
        }
      }
    });
  }

  /**
   * A payment whose do was taken in, as an instance that died would have left it.
   *
   * @param epoch 0 if nobody claimed it
   * @param due seconds from now until somebody may
   */
  public void abandoned(Checkout checkout, String token, int epoch, int due) {
    execute(
        "INSERT INTO barrier (saga_id, step, state) VALUES (?, 'payment', 'doing')",
        checkout.saga());
    execute(
        """
        INSERT INTO payment (order_id, saga_id, step, customer_id, amount, currency, payment_token, state,
                             due_at, claim_owner, claim_epoch)
        VALUES (?, ?, 'payment', ?, ?, ?, ?, 'processing', now() + ? * interval '1 second', 'a dead instance', ?)
        """,
        checkout.order(),
        checkout.saga(),
        checkout.customer(),
        checkout.amount().minorUnits(),
        checkout.amount().currency(),
        token,
        due,
        epoch);
  }

  private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
