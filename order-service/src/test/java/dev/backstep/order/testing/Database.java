package dev.backstep.order.testing;

import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.stack.testing.TestStack;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The service's real tables. Every product and every customer of a test is a new one. */
@Singleton
public class Database {
  private final Transactions transactions;

  Database(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A SKU that no other test has. */
  public static Sku newSku() {
    return new Sku("T" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT));
  }

  /** A product that has been listed at that price. */
  public Sku product(long cents, String currency) {
    var sku = newSku();
    execute(
        "INSERT INTO catalogue (sku, version, name, price_minor, currency) VALUES (?, 1, 'A test product', ?, ?)",
        sku.value(),
        cents,
        currency);
    return sku;
  }

  /** A product that has been listed at that price in euro. */
  public Sku product(long cents) {
    return product(cents, "EUR");
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

  /** Somebody else's connection, as another instance of this service would have it. */
  public static Connection elsewhere() throws SQLException {
    return TestStack.current().connection("order_service", "order_service");
  }

  private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
