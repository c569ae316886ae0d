package dev.backstep.inventory.participant;

import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.Movement;
import dev.backstep.inventory.StockLevel;
import dev.backstep.inventory.StockRequest;
import dev.backstep.messaging.transaction.Transaction;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of the stock; every statement takes any number of products. */
final class StockTable {
  static final String LOCK =
      """
      SELECT sku, available
      FROM stock
      WHERE sku = ANY (?)
      ORDER BY sku
      FOR UPDATE
      """;

  // The condition is the second lock, the CHECKs of the table are the third.
  static final String MOVE =
      """
      UPDATE stock s
      SET available = s.available + d.available,
          reserved = s.reserved + d.reserved,
          sold = s.sold + d.sold,
          version = s.version + 1
      FROM (SELECT unnest(?::text[]) AS sku, unnest(?::bigint[]) AS available, unnest(?::bigint[]) AS reserved,
                   unnest(?::bigint[]) AS sold) AS d
      WHERE s.sku = ANY (ARRAY[d.sku])
        AND s.available + d.available >= 0
        AND s.reserved + d.reserved >= 0
      RETURNING s.sku, s.version, s.available, s.reserved, s.sold
      """;

  private StockTable() {}

  /**
   * Locks the stock of every product that the requests name, in the order of the SKUs, and tells
   * the units available. Products that do not exist are missing from the result.
   */
  static Map<Sku, Long> lock(Transaction tx, List<StockRequest> requests) throws SQLException {
    var skus =
        requests.stream()
            .flatMap(request -> request.units().stream())
            .map(line -> line.sku().value())
            .distinct()
            .toArray();
    var available = new HashMap<Sku, Long>();
    if (skus.length == 0) {
      return available;
    }
    var connection = tx.connection();
    try (var select = connection.prepareStatement(LOCK)) {
      select.setArray(1, connection.createArrayOf("text", skus));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          available.put(new Sku(rows.getString(1)), rows.getLong(2));
        }
      }
    }
    return available;
  }

  /**
   * Moves the units, all or none.
   *
   * @return the stock afterwards, one for each movement
   * @throws IllegalStateException when a stock has too few units after all: it was not locked
   */
  static List<StockLevel> move(Transaction tx, List<Movement> movements) throws SQLException {
    if (movements.isEmpty()) {
      return List.of();
    }
    var connection = tx.connection();
    try (var update = connection.prepareStatement(MOVE)) {
      update.setArray(1, column(connection, "text", movements, each -> each.sku().value()));
      update.setArray(2, column(connection, "bigint", movements, Movement::available));
      update.setArray(3, column(connection, "bigint", movements, Movement::reserved));
      update.setArray(4, column(connection, "bigint", movements, Movement::sold));
      try (var rows = update.executeQuery()) {
        return all(levels(rows), movements);
      }
    }
  }

  private static List<StockLevel> levels(ResultSet rows) throws SQLException {
    var levels = new ArrayList<StockLevel>();
    while (rows.next()) {
      levels.add(
          new StockLevel(
              new Sku(rows.getString(1)),
              rows.getLong(2),
              rows.getLong(3),
              rows.getLong(4),
              rows.getLong(5)));
    }
    return levels;
  }

  private static List<StockLevel> all(List<StockLevel> levels, List<Movement> movements) {
    if (levels.size() != movements.size()) {
      throw new IllegalStateException(
          "%d of %d stocks could be moved: %s"
              .formatted(levels.size(), movements.size(), movements));
    }
    return levels;
  }

  private static Array column(
      Connection connection,
      String type,
      List<Movement> movements,
      Function<Movement, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, movements.stream().map(value).toArray());
  }
}
