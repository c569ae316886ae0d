package dev.backstep.inventory;

import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Puts goods into the real tables, and looks at what is there. Every product is a new one. */
@Singleton
public class Stockroom {
  private static final String LIST =
      """
      INSERT INTO product (sku, name, price_minor_units, currency, version)
      VALUES (?, 'A test product', 1000, 'EUR', 1)
      """;
  private static final String STOCK =
      "INSERT INTO stock (sku, available, received) VALUES (?, ?, ?)";

  private final Transactions transactions;

  Stockroom(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A SKU that no other test has. */
  public static Sku newSku() {
    return new Sku("T" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT));
  }

  /** A new product with so many units. */
  public Sku product(long units) {
    var sku = newSku();
    transactions.run(tx -> {
      try (var list = tx.connection().prepareStatement(LIST);
          var stock = tx.connection().prepareStatement(STOCK)) {
        list.setString(1, sku.value());
        list.executeUpdate();
        stock.setString(1, sku.value());
        stock.setLong(2, units);
        stock.setLong(3, units);
        stock.executeUpdate();
      }
    });
    return sku;
  }

  /** Available, reserved, sold. */
  public List<Long> levels(Sku sku) {
    return transactions.call(tx -> {
      try (var select =
          tx.connection()
              .prepareStatement("SELECT available, reserved, sold FROM stock WHERE sku = ?")) {
        select.setString(1, sku.value());
        try (var row = select.executeQuery()) {
          row.next();
          return List.of(row.getLong(1), row.getLong(2), row.getLong(3));
        }
      }
    });
  }

  /** The first column of each row. */
  public List<String> texts(String sql, Object... parameters) {
    return transactions.call(tx -> {
      try (var select = tx.connection().prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          select.setObject(i + 1, parameters[i]);
        }
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

  /** One line of an order. */
  public static OrderLine line(Sku sku, int quantity) {
    return new OrderLine(sku, quantity);
  }
}
