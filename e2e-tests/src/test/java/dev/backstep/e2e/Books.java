package dev.backstep.e2e;

import dev.backstep.gateway.Ledger;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What stands in the databases and in the gateway's ledger. */
public final class Books {
  private Books() {}

  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> read(Part service, String sql, Reader<T> reader, Object... parameters) {
    try (var connection = Backstep.stack().auditor(Databases.of(service));
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      var found = new ArrayList<T>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Product.Stock stock(String sku) {
    return read(
            Part.INVENTORY_SERVICE,
            "SELECT available, reserved, sold FROM stock WHERE sku = ?",
            row -> new Product.Stock(row.getLong(1), row.getLong(2), row.getLong(3)),
            sku)
        .getFirst();
  }

  /** The state of the order's parcel, or nothing. */
  static List<String> shipment(UUID order) {
    return read(
        Part.ORDER_SERVICE,
        "SELECT state FROM shipment WHERE order_id = ?",
        row -> row.getString(1),
        order);
  }

  /** What the coordinator of its LRA was told of that saga for good, or nothing. */
  public static List<String> told(UUID saga) {
    return read(
        Part.ORDER_SERVICE,
        "SELECT told FROM lra_participant WHERE saga_id = ? AND told IS NOT NULL",
        row -> row.getString(1),
        saga);
  }

  /** How many sagas have joined an LRA, or are joining, without an order. */
  public static long joining() {
    return count(
        Part.ORDER_SERVICE,
        "SELECT count(*) FROM lra_participant p WHERE NOT EXISTS (SELECT FROM orders o WHERE o.saga_id = p.saga_id)");
  }

  /** How many LRAs of our own are not over. */
  public static long openLras() {
    return count(Part.SAGA_ORCHESTRATOR, "SELECT count(*) FROM lra_attempt WHERE ended IS NULL");
  }

  static long count(Part service, String sql, Object... parameters) {
    return read(service, sql, row -> row.getLong(1), parameters).getFirst();
  }

  static Ledger ledger() {
    return Ledger.read(Backstep.stack().gatewayDirectory());
  }
}
