package dev.backstep.inventory.catalogue;

import dev.backstep.contracts.InventoryEvent.ProductListed;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** Products on sale: every change is told in an event. */
@Singleton
class Listings {
  /** Fits on a line; the table knows the same bound. */
  static final int MAX_NAME = 200;

  private static final String PUT =
      """
      INSERT INTO product AS p (sku, name, price_minor_units, currency, version)
      VALUES (?, ?, ?, ?, 1)
      ON CONFLICT (sku) DO UPDATE
      SET name = excluded.name,
          price_minor_units = excluded.price_minor_units,
          currency = excluded.currency,
          version = p.version + 1
      WHERE (p.name, p.price_minor_units, p.currency)
          IS DISTINCT FROM (excluded.name, excluded.price_minor_units, excluded.currency)
      RETURNING version
      """;

  private static final String VERSION = "SELECT version FROM product WHERE sku = ?";

  private static final String STOCK = "INSERT INTO stock (sku) VALUES (?) ON CONFLICT DO NOTHING";

  private final Transactions transactions;
  private final Outbox outbox;

  Listings(Transactions transactions, Outbox outbox) {
    this.transactions = transactions;
    this.outbox = outbox;
  }

  /** Creates or changes the product; nobody is told when nothing changes. */
  Listed put(Sku sku, String name, Money price) {
    return transactions.call(tx -> {
      var version = write(tx, sku, name, price);
      if (version.isEmpty()) {
        return new Listed(new Product(sku, name, price, version(tx, sku)), false);
      }
      var product = new Product(sku, name, price, version.getAsLong());
      openStock(tx, sku);
      outbox.append(tx, List.of(Outgoing.event(product.listed(), null)));
      return new Listed(product, product.version() == 1);
    });
  }

  /** The new version, or nothing when the product is like that already; its row is locked then. */
  private static OptionalLong write(Transaction tx, Sku sku, String name, Money price)
      throws SQLException {
    try (var insert = tx.connection().prepareStatement(PUT)) {
      insert.setString(1, sku.value());
      insert.setString(2, name);
      insert.setLong(3, price.minorUnits());
      insert.setString(4, price.currency());
      try (var row = insert.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private static long version(Transaction tx, Sku sku) throws SQLException {
    try (var select = tx.connection().prepareStatement(VERSION)) {
      select.setString(1, sku.value());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void openStock(Transaction tx, Sku sku) throws SQLException {
    try (var insert = tx.connection().prepareStatement(STOCK)) {
      insert.setString(1, sku.value());
      insert.executeUpdate();
    }
  }

  /** A product as it is on sale now. */
  record Product(Sku sku, String name, Money price, long version) {
    private ProductListed listed() {
      return new ProductListed(sku, version, name, price);
    }
  }

  /** What became of a request to list a product. */
  record Listed(Product product, boolean isNew) {}
}
