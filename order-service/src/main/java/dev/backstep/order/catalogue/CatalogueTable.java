package dev.backstep.order.catalogue;

import dev.backstep.contracts.InventoryEvent.ProductListed;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.transaction.Transaction;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The products on sale; every statement takes any number of them. */
final class CatalogueTable {
  private static final String PUT =
      """
      INSERT INTO catalogue AS known (sku, version, name, price_minor, currency)
      SELECT sku, version, name, price_minor, currency
      FROM (SELECT unnest(?::text[]) AS sku, unnest(?::bigint[]) AS version, unnest(?::text[]) AS name,
                   unnest(?::bigint[]) AS price_minor, unnest(?::text[]) AS currency) AS n
      ORDER BY sku
      ON CONFLICT (sku) DO UPDATE
      SET version = excluded.version, name = excluded.name,
          price_minor = excluded.price_minor, currency = excluded.currency
      WHERE known.version < excluded.version
      """;

  private static final String PRICES =
      "SELECT sku, price_minor, currency FROM catalogue WHERE sku = ANY (?)";

  private CatalogueTable() {}

  /** Stores what is newer than what is known. No product may come twice. */
  static void put(Transaction tx, Collection<ProductListed> products) throws SQLException {
    if (products.isEmpty()) {
      return;
    }
    var connection = tx.connection();
    try (var upsert = connection.prepareStatement(PUT)) {
      upsert.setArray(1, column(connection, "text", products, listed -> listed.sku().value()));
      upsert.setArray(2, column(connection, "bigint", products, ProductListed::version));
      upsert.setArray(3, column(connection, "text", products, ProductListed::name));
      upsert.setArray(
          4, column(connection, "bigint", products, listed -> listed.price().minorUnits()));
      upsert.setArray(5, column(connection, "text", products, listed -> listed.price().currency()));
      upsert.executeUpdate();
    }
  }

  static Map<Sku, Money> prices(Transaction tx, Collection<Sku> skus) throws SQLException {
    var connection = tx.connection();
    try (var select = connection.prepareStatement(PRICES)) {
      select.setArray(1, connection.createArrayOf("text", skus.stream().map(Sku::value).toArray()));
      try (var rows = select.executeQuery()) {
        var prices = new HashMap<Sku, Money>();
        while (rows.next()) {
          prices.put(new Sku(rows.getString(1)), new Money(rows.getLong(2), rows.getString(3)));
        }
        return prices;
      }
    }
  }

  private static Array column(
      Connection connection,
      String type,
      Collection<ProductListed> products,
      Function<ProductListed, Object> field)
      throws SQLException {
    return connection.createArrayOf(type, products.stream().map(field).toArray());
  }
}
