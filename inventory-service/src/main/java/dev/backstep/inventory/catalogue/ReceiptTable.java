package dev.backstep.inventory.catalogue;

import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.StockLevel;
import dev.backstep.inventory.catalogue.GoodsIn.Receipt;
import dev.backstep.messaging.transaction.Transaction;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The rows of the receipts, and what they add to the stock. */
final class ReceiptTable {
  private static final String LOCK_STOCK = "SELECT FROM stock WHERE sku = ? FOR UPDATE";

  private static final String FIND =
      "SELECT quantity, created_at FROM receipt WHERE sku = ? AND idempotency_key = ?";

  private static final String INSERT =
      """
      INSERT INTO receipt (sku, idempotency_key, quantity, created_at)
      VALUES (?, ?, ?, ?)
      """;

  private static final String ADD =
      """
      UPDATE stock
      SET available = available + n.units, received = received + n.units, version = version + 1
      FROM (SELECT ?::bigint AS units) AS n
      WHERE sku = ?
      RETURNING version, available, reserved, sold
      """;

  private ReceiptTable() {}

  /** False when there is no such product. */
  static boolean lockStock(Transaction tx, Sku sku) throws SQLException {
    try (var select = tx.connection().prepareStatement(LOCK_STOCK)) {
      select.setString(1, sku.value());
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  static Optional<Receipt> find(Transaction tx, Sku sku, IdempotencyKey key) throws SQLException {
    try (var select = tx.connection().prepareStatement(FIND)) {
      select.setString(1, sku.value());
      select.setString(2, key.value());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Receipt(sku, row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    }
  }

  static void insert(Transaction tx, IdempotencyKey key, Receipt receipt) throws SQLException {
    try (var insert = tx.connection().prepareStatement(INSERT)) {
      insert.setString(1, receipt.sku().value());
      insert.setString(2, key.value());
      insert.setInt(3, receipt.quantity());
      insert.setObject(4, receipt.receivedAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  static StockLevel addToStock(Transaction tx, Receipt receipt) throws SQLException {
    try (var update = tx.connection().prepareStatement(ADD)) {
      update.setLong(1, receipt.quantity());
      update.setString(2, receipt.sku().value());
      try (var row = update.executeQuery()) {
        row.next();
        return new StockLevel(
            receipt.sku(), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
      }
    }
  }
}
